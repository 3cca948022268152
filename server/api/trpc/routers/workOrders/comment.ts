import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** comment adds a comment. */
export const comment = procedure('work-order.read')
  .input(commandInput('comment'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('comment', input)))

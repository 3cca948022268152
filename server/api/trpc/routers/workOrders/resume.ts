import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** resume goes on with work that waited. */
export const resume = procedure('work-order.execute')
  .input(commandInput('resume'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('resume', input)))

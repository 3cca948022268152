import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** stopTimer stops the person's own timer. */
export const stopTimer = procedure('work-order.execute')
  .input(commandInput('stopTimer'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('stopTimer', input)))

import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** reject turns a request down, with the reason. */
export const reject = procedure('work-order.approve')
  .input(commandInput('reject'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('reject', input)))

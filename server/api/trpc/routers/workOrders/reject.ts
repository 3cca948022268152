import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** reject turns a request down, with the reason. */
export const reject = procedure('work-order.approve')
  .input(commandHead.extend(PAYLOADS.reject.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('reject', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** close closes an order; one in progress is completed with it. */
export const close = procedure('work-order.close', 'complete-order')
  .input(commandHead.extend(PAYLOADS.close.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('close', input)))

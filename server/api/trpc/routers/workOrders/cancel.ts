import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** cancel ends an order without its work, with the reason. */
export const cancel = procedure('work-order.cancel')
  .input(commandHead.extend(PAYLOADS.cancel.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('cancel', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** reopen takes up an order again whose work did not last. */
export const reopen = procedure('work-order.approve')
  .input(commandHead.extend(PAYLOADS.reopen.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('reopen', input)))

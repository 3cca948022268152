import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** moveAsset moves an order to the machine that it is really about. */
export const moveAsset = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.moveAsset.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('moveAsset', input)))

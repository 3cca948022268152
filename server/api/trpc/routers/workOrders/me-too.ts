import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** meToo adds who saw the same trouble to an open order. */
export const meToo = procedure('work-order.request')
  .input(commandHead.extend(PAYLOADS.meToo.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('meToo', input)))

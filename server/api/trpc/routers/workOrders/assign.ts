import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** assign gives an order to a person or a team, or takes it back. */
export const assign = procedure('work-order.assign', 'assign-order')
  .input(commandHead.extend(PAYLOADS.assign.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('assign', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** carryRest completes the work and carries what was not done to a linked order. */
export const carryRest = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.carryRest.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('carryRest', input)))

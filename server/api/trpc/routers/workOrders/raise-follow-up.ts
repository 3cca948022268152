import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** raiseFollowUp files an order for what a step found. */
export const raiseFollowUp = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.raiseFollowUp.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('raiseFollowUp', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** stopTimer stops the person's own timer. */
export const stopTimer = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.stopTimer.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('stopTimer', input)))

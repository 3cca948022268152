import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** logTime keeps time that was worked without a timer. */
export const logTime = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.logTime.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('logTime', input)))

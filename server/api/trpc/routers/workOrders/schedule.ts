import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** schedule puts a planned order on the calendar. */
export const schedule = procedure('work-order.plan', 'plan-order')
  .input(commandHead.extend(PAYLOADS.schedule.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('schedule', input)))

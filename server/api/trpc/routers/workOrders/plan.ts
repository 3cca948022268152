import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** plan sets hours and dates of an approved order. */
export const plan = procedure('work-order.plan', 'plan-order')
  .input(commandHead.extend(PAYLOADS.plan.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('plan', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** approve approves a request, or a break-in afterwards. */
export const approve = procedure('work-order.approve')
  .input(commandHead.extend(PAYLOADS.approve.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('approve', input)))

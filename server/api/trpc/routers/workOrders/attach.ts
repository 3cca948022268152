import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** attach hangs a file that has arrived at the order, or at one of its steps. */
export const attach = procedure('work-order.read')
  .input(commandHead.extend(PAYLOADS.attach.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('attach', input)))

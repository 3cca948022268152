import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** verify confirms the work of others. */
export const verify = procedure('work-order.verify')
  .input(commandHead.extend(PAYLOADS.verify.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('verify', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** settleRecord decides which of two records of the same work holds. */
export const settleRecord = procedure('work-order.verify')
  .input(commandHead.extend(PAYLOADS.settleRecord.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('settleRecord', input)))

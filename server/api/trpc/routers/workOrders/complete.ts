import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** complete records what was found and done. */
export const complete = procedure('work-order.execute', 'complete-order')
  .input(commandHead.extend(PAYLOADS.complete.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('complete', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** answerTask answers a step, or takes the answer back. */
export const answerTask = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.answerTask.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('answerTask', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** answerRest says that all steps named which have no answer are well. */
export const answerRest = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.answerRest.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('answerRest', input)))

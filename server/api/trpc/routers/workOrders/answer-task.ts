import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** answerTask answers a step, or takes the answer back. */
export const answerTask = procedure('work-order.execute')
  .input(commandInput('answerTask'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('answerTask', input)))

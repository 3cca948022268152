import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** close closes an order; one in progress is completed with it. */
export const close = procedure('work-order.close', 'complete-order')
  .input(commandInput('close'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('close', input)))

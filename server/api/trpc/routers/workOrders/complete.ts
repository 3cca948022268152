import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** complete records what was found and done. */
export const complete = procedure('work-order.execute', 'complete-order')
  .input(commandInput('complete'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('complete', input)))

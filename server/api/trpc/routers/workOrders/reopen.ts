import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** reopen takes up an order again whose work did not last. */
export const reopen = procedure('work-order.approve')
  .input(commandInput('reopen'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('reopen', input)))

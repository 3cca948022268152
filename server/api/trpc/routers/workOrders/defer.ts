import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** defer puts a problem off until a date, with what breaks that. */
export const defer = procedure('work-order.defer')
  .input(commandInput('defer'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('defer', input)))

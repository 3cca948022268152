import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** hold lets the work wait, with the reason. */
export const hold = procedure('work-order.execute')
  .input(commandInput('hold'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('hold', input)))

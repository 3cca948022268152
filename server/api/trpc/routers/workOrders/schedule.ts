import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** schedule puts a planned order on the calendar. */
export const schedule = procedure('work-order.plan', 'plan-order')
  .input(commandInput('schedule'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('schedule', input)))

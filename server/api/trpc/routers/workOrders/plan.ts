import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** plan sets hours and dates of an approved order. */
export const plan = procedure('work-order.plan', 'plan-order')
  .input(commandInput('plan'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('plan', input)))

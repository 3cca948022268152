import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** approve approves a request, or a break-in afterwards. */
export const approve = procedure('work-order.approve')
  .input(commandInput('approve'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('approve', input)))

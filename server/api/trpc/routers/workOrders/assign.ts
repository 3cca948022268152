import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** assign gives an order to a person or a team, or takes it back. */
export const assign = procedure('work-order.assign', 'assign-order')
  .input(commandInput('assign'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('assign', input)))

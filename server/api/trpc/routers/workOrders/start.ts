import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** start begins the work and the person's timer. */
export const start = procedure('work-order.execute', 'start-order')
  .input(commandInput('start'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('start', input)))

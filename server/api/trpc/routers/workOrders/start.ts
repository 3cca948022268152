import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** start begins the work and the person's timer. */
export const start = procedure('work-order.execute', 'start-order')
  .input(commandHead.extend(PAYLOADS.start.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('start', input)))

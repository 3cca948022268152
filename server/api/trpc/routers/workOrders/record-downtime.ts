import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** recordDowntime keeps how long the machine stood still. */
export const recordDowntime = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.recordDowntime.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('recordDowntime', input)))

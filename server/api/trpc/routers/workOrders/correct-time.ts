import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** correctTime corrects an entry of time. */
export const correctTime = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.correctTime.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('correctTime', input)))

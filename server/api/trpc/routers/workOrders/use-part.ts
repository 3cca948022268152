import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** usePart keeps that a part was taken. */
export const usePart = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.usePart.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('usePart', input)))

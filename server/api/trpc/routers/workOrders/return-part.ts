import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** returnPart keeps that a part was put back. */
export const returnPart = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.returnPart.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('returnPart', input)))

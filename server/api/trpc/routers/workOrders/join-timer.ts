import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** joinTimer starts the person's own timer on an order that others work on. */
export const joinTimer = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.joinTimer.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('joinTimer', input)))

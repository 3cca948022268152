import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** detach takes a file off the order; its bytes stay. */
export const detach = procedure('work-order.read')
  .input(commandHead.extend(PAYLOADS.detach.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('detach', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** hold lets the work wait, with the reason. */
export const hold = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.hold.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('hold', input)))

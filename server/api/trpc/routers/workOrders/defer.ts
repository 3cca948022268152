import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** defer puts a problem off until a date, with what breaks that. */
export const defer = procedure('work-order.defer')
  .input(commandHead.extend(PAYLOADS.defer.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('defer', input)))

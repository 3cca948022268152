import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** planPart changes what is to be taken along. */
export const planPart = procedure('work-order.plan')
  .input(commandHead.extend(PAYLOADS.planPart.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('planPart', input)))

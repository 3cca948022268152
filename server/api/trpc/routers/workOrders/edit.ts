import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** edit changes fields of an order: what somebody else changed meanwhile is told and not overwritten. */
export const edit = procedure('work-order.create')
  .input(commandHead.extend(PAYLOADS.edit.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('edit', input)))

import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** comment adds a comment. */
export const comment = procedure('work-order.read')
  .input(commandHead.extend(PAYLOADS.comment.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('comment', input)))

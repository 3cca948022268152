import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** acceptProposal answers what the system proposes: to close, to reopen, to return to service. */
export const acceptProposal = procedure('work-order.close')
  .input(commandHead.extend(PAYLOADS.acceptProposal.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('acceptProposal', input)))

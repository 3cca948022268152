import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** acceptProposal answers what the system proposes: to close, to reopen, to return to service. */
export const acceptProposal = procedure('work-order.close')
  .input(commandInput('acceptProposal'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('acceptProposal', input)))

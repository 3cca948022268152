import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** verify confirms the work of others. */
export const verify = procedure('work-order.verify')
  .input(commandInput('verify'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('verify', input)))

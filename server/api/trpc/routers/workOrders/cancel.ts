import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** cancel ends an order without its work, with the reason. */
export const cancel = procedure('work-order.cancel')
  .input(commandInput('cancel'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('cancel', input)))

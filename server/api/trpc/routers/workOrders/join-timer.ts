import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand, commandInput } from './input.ts'

/** joinTimer starts the person's own timer on an order that others work on. */
export const joinTimer = procedure('work-order.execute')
  .input(commandInput('joinTimer'))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('joinTimer', input)))

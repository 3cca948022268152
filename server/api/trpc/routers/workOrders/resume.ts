import { commandHead, PAYLOADS } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { procedure } from '../../init.ts'
import { asCommand } from './as-command.ts'

/** resume goes on with work that waited. */
export const resume = procedure('work-order.execute')
  .input(commandHead.extend(PAYLOADS.resume.shape))
  .mutation(({ ctx, input }) => runOrderCommand(ctx.actor, asCommand('resume', input)))

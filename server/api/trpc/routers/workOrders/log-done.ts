import { logDoneInput } from '#server/core/work-orders/unplanned.ts'
import { logDone as log } from '#server/flows/log-done.ts'
import { procedure } from '../../init.ts'

/** logDone files work that was done before anybody wrote it down. */
export const logDone = procedure('work-order.create')
  .input(logDoneInput)
  .mutation(({ ctx, input }) => log(ctx.actor, input))

import { newOrderInput } from '#server/core/work-orders/new-order.ts'
import { fileOrder } from '#server/flows/file-order.ts'
import { procedure } from '../../init.ts'

/** create files a request, or an order where the person may make one. */
export const create = procedure('work-order.request', 'request-work')
  .input(newOrderInput)
  .mutation(({ ctx, input }) => fileOrder(ctx.actor, input))

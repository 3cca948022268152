import * as z from 'zod'
import { isolationOfOrder } from '#server/modules/isolation/index.ts'
import { procedure } from '../../init.ts'

/** forOrder reads all there is to show of an order's isolation: a tablet keeps it for when there is no network. */
export const forOrder = procedure('work-order.read')
  .input(z.object({ orderId: z.uuid() }))
  .query(({ ctx, input }) => isolationOfOrder(ctx.actor, input.orderId))

import * as z from 'zod'
import { orderSafety } from '#server/flows/order-safety.ts'
import { procedure } from '../../init.ts'

/** forOrder reads all there is to show of an order's isolation and permits: a tablet keeps it for when there is no network. */
export const forOrder = procedure('work-order.read')
  .input(z.object({ orderId: z.uuid() }))
  .query(({ ctx, input }) => orderSafety(ctx.actor, input.orderId))

import * as z from 'zod'
import { reportsOfOrder } from '#server/modules/public-requests/index.ts'
import { procedure } from '../../init.ts'

/** ofOrder shows what people without an account reported of an order, and how to reach them. */
export const ofOrder = procedure('work-order.read').input(z.object({ orderId: z.uuid() })).query(({ ctx, input }) => reportsOfOrder(ctx.actor, input.orderId))

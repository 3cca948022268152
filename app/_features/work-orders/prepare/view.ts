import type { Outputs } from '../../../_lib/trpc/types.ts'

/** OrderView is one order with everything its page shows. */
export type OrderView = Outputs['workOrders']['get']

/** Order is the order's own fields. */
export type Order = OrderView['order']

/** OrderRow is one order of the list. */
export type OrderRow = Outputs['workOrders']['list']['items'][number]

/** TrendEvidence is the picture frozen on an order. */
export type TrendEvidence = NonNullable<OrderView['evidence'][number]['data']>

/** OrderPage is one page of the list. */
export type OrderPage = Outputs['workOrders']['list']

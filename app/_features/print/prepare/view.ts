import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Label is one label as the server makes it. */
export type Label = Outputs['labels']['sheet']['labels'][number]

/** OrderView is everything known of an order. */
export type OrderView = Outputs['workOrders']['get']

/** Safety is how an order's machine is isolated, and its permits. */
export type Safety = Outputs['isolation']['forOrder']

/** OrderCode is the code that opens an order: what it says, and its picture. */
export interface OrderCode {
  readonly text: string
  readonly picture: Label['picture']
}

import type { Actor } from '#server/core/people/actor.ts'
import { isolationOfOrder, type OrderIsolationView } from '#server/modules/isolation/index.ts'
import { permitsOfOrder, type PermitView } from '#server/modules/permits/index.ts'
import { withTenant } from '#server/platform/db.ts'

/** OrderSafety is everything that keeps people safe on one order: its isolation and its permits. */
export interface OrderSafety extends OrderIsolationView {
  readonly permits: readonly PermitView[]
}

/** orderSafety reads an order's isolation and permits in one go; 'not-found' when the order is not the actor's to see. */
export const orderSafety = (actor: Actor, orderId: string): Promise<OrderSafety> =>
  withTenant(actor.orgId, async (tx) => {
    const { siteId, ...view } = await isolationOfOrder(tx, actor, orderId)
    return { ...view, permits: await permitsOfOrder(tx, actor, { id: orderId, siteId }) }
  })

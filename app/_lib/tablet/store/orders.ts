import type { TabletOrder } from '../types.ts'
import type { StoredOrder, TabletDb } from './db.ts'

// The evidence is most of an order's bytes and shown on one screen only: lists read the rest.
const split = (view: TabletOrder): { readonly order: StoredOrder; readonly evidence: TabletOrder['evidence'] } =>
  ({ order: { id: view.order.id, number: view.order.number, assetId: view.asset.id, view: { ...view, evidence: [] } }, evidence: view.evidence })

/** keepOrders keeps orders as they came from the server; it runs in a transaction on orders and evidence. */
export async function keepOrders(db: TabletDb, orders: readonly TabletOrder[]): Promise<void> {
  const parts = orders.map(split)
  await db.orders.bulkPut(parts.map(({ order }) => order))
  await db.evidence.bulkPut(parts.map(({ order, evidence }) => ({ id: order.id, evidence })))
}

/** dropOrders lets go of orders; it runs in a transaction on orders and evidence. */
export async function dropOrders(db: TabletDb, ids: readonly string[]): Promise<void> {
  await db.orders.bulkDelete([...ids])
  await db.evidence.bulkDelete([...ids])
}

/** stampsOf are the stamps of the orders that are kept, by id; they are read from an index, without the orders. */
export async function stampsOf(db: TabletDb): Promise<Record<string, string>> {
  const keys = (await db.orders.orderBy('[id+view.stamp]').keys()) as unknown as [string, string][]
  return Object.fromEntries(keys)
}

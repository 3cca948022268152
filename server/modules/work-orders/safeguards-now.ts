import type { Safeguard } from '#server/core/work-orders/safeguards.ts'
import type { Tx } from '#server/platform/db.ts'
import { lockSafeguards } from '#server/platform/safeguards.ts'
import { safeguardsOf } from './safeguards.repo.ts'

/** safeguardsNow lists what keeps people safe at an order's machine, and lets nobody change it before the transaction ends. */
export async function safeguardsNow(tx: Tx, order: { readonly id: string; readonly siteId: string; readonly assetId: string }): Promise<Safeguard[]> {
  await lockSafeguards(tx, order.siteId)
  return safeguardsOf(tx, order)
}

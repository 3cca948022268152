import type { Known } from './seen/born.ts'
import type { TabletDb } from './store/db.ts'
import type { TabletAsset } from './types.ts'

/** knownOf is what the tablet's other orders tell of a machine: by an order of its own, else of a machine of the same class at the same site; null when none does. */
export async function knownOf(db: TabletDb, { id, siteId, className }: TabletAsset): Promise<Known | null> {
  const own = await db.orders.where('assetId').equals(id).first()
  if (own) return own.view
  if (className === null) return null
  return (await db.orders.filter(({ view }) => view.asset.className === className && view.site.id === siteId).first())?.view ?? null
}

import type { TabletDb } from '../store/db.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { dropOrders } from '../store/orders.ts'
import { Refused } from './http.ts'

/** wipeTablet empties the tablet's store, the outbox included; how many operations were lost with it stays, until the server has been told. */
export async function wipeTablet(db: TabletDb): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const lost = await db.operations.where('state').equals('waiting').count()
    for (const table of db.tables) await table.clear()
    await writeMeta(db, 'wiped', lost)
  })
}

/** tellWiped tells the server that the tablet was emptied, if it was and nobody has been told; a server that knows the device no more has been told before. */
export async function tellWiped(db: TabletDb, tell: (lost: number) => Promise<unknown>): Promise<void> {
  const lost = await readMeta<number>(db, 'wiped')
  if (lost === undefined) return
  try {
    await tell(lost)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  await db.meta.delete('wiped')
}

const KEPT_MS = 7 * 24 * 3_600_000

/**
 * expire lets go of what is older than 7 days: what was sent, and the orders of people for whom nothing was fetched for so long; what waits or asks, and
 * the orders that it is about, never expires.
 */
export async function expire(db: TabletDb, now: Date): Promise<void> {
  const since = new Date(now.getTime() - KEPT_MS)
  await db.operations.where('state').equals('done').filter((operation) => (operation.answeredAt ?? '') < since.toISOString()).delete()
  const stale = (await db.people.toArray()).filter(({ pulledAt }) => pulledAt !== null && Date.parse(pulledAt) < since.getTime())
  if (stale.length === 0) return
  await db.transaction('rw', [db.orders, db.evidence, db.scopes, db.operations], async () => {
    await db.scopes.bulkDelete(stale.map(({ id }) => id))
    const kept = new Set((await db.scopes.toArray()).flatMap((scope) => scope.items.map((item) => item.id)))
    for (const operation of await db.operations.where('state').anyOf('waiting', 'asks').toArray()) kept.add(operation.entityId)
    await dropOrders(db, (await db.orders.toCollection().primaryKeys()).filter((id) => !kept.has(id)))
  })
}

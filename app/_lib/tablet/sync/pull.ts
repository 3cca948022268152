import type { KeptShift } from '../seen/shift.ts'
import type { Pulled } from '../types.ts'
import type { TabletDb } from '../store/db.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { dropOrders, keepOrders, stampsOf } from '../store/orders.ts'

/** Have is what a tablet has already: the stamps of its orders by id, of its machines, of the stores' list and of the shift, and the orders that it must go on hearing of. */
export interface Have {
  readonly personId: string
  readonly have: Readonly<Record<string, string>>
  readonly keep: readonly string[]
  readonly assets: string | null
  readonly parts: string | null
  readonly shift?: string
  readonly name?: string
}

/** Pull asks the server for what the tablet does not have. */
export type Pull = (body: Have) => Promise<Pulled>

// As many as the server lets a tablet name.
const MOST_KEPT = 500

// What the server took in before it was asked is in what it told; what it took in since is not.
async function keepShift(db: TabletDb, { person, shift }: Pulled, askedAt: string): Promise<void> {
  const told = shift ?? (await readMeta<KeptShift>(db, `shift:${person.id}`))?.told
  if (told) await writeMeta(db, `shift:${person.id}`, { told, askedAt } satisfies KeptShift)
}

async function take(db: TabletDb, pulled: Pulled, askedAt: string): Promise<void> {
  await db.transaction('rw', [db.orders, db.evidence, db.scopes, db.people, db.assets, db.parts, db.meta], async () => {
    await keepOrders(db, pulled.orders)
    await db.scopes.put({ personId: pulled.person.id, items: pulled.scope.map(({ id, mine }) => ({ id, mine })) })
    const known = await db.people.get(pulled.person.id)
    await db.people.put({ ...pulled.person, pin: known?.pin ?? null, pulledAt: pulled.more ? (known?.pulledAt ?? null) : pulled.at })
    await keepShift(db, pulled, askedAt)
    if (pulled.assets) {
      await db.assets.clear()
      await db.assets.bulkPut([...pulled.assets.rows])
      await writeMeta(db, 'assets-stamp', pulled.assets.stamp)
    }
    if (pulled.parts) {
      await db.parts.clear()
      await db.parts.bulkPut([...pulled.parts.rows])
      await writeMeta(db, 'parts-stamp', pulled.parts.stamp)
    }
  })
}

// Work on them is still in the outbox or asks for a decision.
const busyOrders = async (db: TabletDb): Promise<string[]> => [...new Set((await db.operations.where('state').anyOf('waiting', 'asks').toArray()).map((operation) => operation.entityId))]

/** tidy drops orders that nobody of this tablet keeps any more, unless work on them is still in the outbox or asks for a decision. */
async function tidy(db: TabletDb): Promise<void> {
  await db.transaction('rw', [db.orders, db.evidence, db.scopes, db.operations], async () => {
    const kept = new Set((await db.scopes.toArray()).flatMap((scope) => scope.items.map((item) => item.id)))
    const busy = await busyOrders(db)
    const gone = (await db.orders.toCollection().primaryKeys()).filter((id) => !kept.has(id) && !busy.includes(id))
    await dropOrders(db, gone)
  })
}

/** pullAll fetches, page by page, what a person's tablet does not have yet, and lets go of what it need not keep; true when it was asked to empty itself. */
export async function pullAll(db: TabletDb, pull: Pull, personId: string): Promise<{ readonly wipe: boolean }> {
  for (;;) {
    const have = await stampsOf(db)
    const [assets = null, parts = null] = [await readMeta<string>(db, 'assets-stamp'), await readMeta<string>(db, 'parts-stamp')]
    const shift = (await readMeta<KeptShift>(db, `shift:${personId}`))?.told.stamp
    const askedAt = new Date().toISOString()
    const pulled = await pull({ personId, have, keep: (await busyOrders(db)).slice(0, MOST_KEPT), assets, parts, ...(shift === undefined ? {} : { shift }) })
    if (pulled.wipe) return { wipe: true }
    await take(db, pulled, askedAt)
    if (!pulled.more) break
  }
  await tidy(db)
  return { wipe: false }
}

import { record } from '../outbox/record.ts'
import type { StoredOperation, TabletDb } from '../store/db.ts'
import { isDecided, openClashes, type OpenClash } from './clashes.ts'

const asked = ({ operation, field }: OpenClash, one: StoredOperation): boolean =>
  one.entityId === operation.entityId && one.personId === operation.personId && openClashes([one]).some((clash) => clash.field === field)

/** Whoever decides about a field has decided about all that he wrote of it before. */
async function settle(db: TabletDb, clash: OpenClash): Promise<void> {
  for (const one of await db.operations.where('state').equals('asks').toArray()) {
    if (!asked(clash, one) || one.seq > clash.operation.seq) continue
    await db.operations.put({ ...one, decided: [...(one.decided ?? []), clash.field], state: isDecided(one, clash.field) ? 'done' : 'asks' })
  }
}

/** keepMine writes the person's own value again, this time over the other's, which he has now seen; should that have changed too, he is asked again. */
export const keepMine = (db: TabletDb, clash: OpenClash, now: Date = new Date()): Promise<void> =>
  db.transaction('rw', [db.operations, db.blobs, db.meta, db.orders], async () => {
    const { operation, field, mine, theirs } = clash
    const version = (await db.orders.get(operation.entityId))?.view.order.version ?? operation.baseVersion
    await settle(db, clash)
    await record(db, {
      personId: operation.personId, entityId: operation.entityId, baseVersion: version, kind: 'order.command',
      payload: { name: 'edit', fields: { changes: { [field]: { from: theirs, to: mine } } } },
    }, now)
  })

/** takeTheirs leaves the other's value; what the person had written stays in the order's history. */
export const takeTheirs = (db: TabletDb, clash: OpenClash): Promise<void> => db.transaction('rw', [db.operations], () => settle(db, clash))

/** seenReview takes an answer off the list of what needs a person, because he has read it. */
export async function seenReview(db: TabletDb, opId: string): Promise<void> {
  await db.operations.update(opId, { state: 'done' })
}

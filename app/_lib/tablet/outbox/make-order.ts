import { newId } from '../../ids.ts'
import type { StoredBlob, StoredOperation, TabletDb } from '../store/db.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { StoredDevice } from '../people/enrol.ts'
import { record } from './record.ts'

const NAME_LENGTH = 6

/** MadeOrder is an order that a person makes on the tablet: an emergency, a report, or work that was done already. */
export interface MadeOrder {
  readonly personId: string
  readonly kind: 'order.emergency' | 'order.request' | 'order.done'
  readonly payload: Readonly<Record<string, unknown>>
  /** Photos that belong to it: each goes after the order, so that the order need not wait for a network that carries them. */
  readonly photos?: readonly StoredBlob[]
}

// The operation that made an order, and the number under which it is found until the server gives its own.
type Made = StoredOperation & { readonly provisionalNumber: string }

/** makeOrder makes an order on the tablet, with a number of this tablet's own that stays searchable beside the one the server gives. */
export async function makeOrder(db: TabletDb, { personId, kind, payload, photos = [] }: MadeOrder, now: Date = new Date()): Promise<Made> {
  return db.transaction('rw', [db.operations, db.blobs, db.meta], async () => {
    const device = await readMeta<StoredDevice>(db, 'device')
    const count = ((await readMeta<number>(db, 'provisional')) ?? 0) + 1
    await writeMeta(db, 'provisional', count)
    const provisionalNumber = `T-${(device?.id ?? newId()).replaceAll('-', '').slice(-NAME_LENGTH).toUpperCase()}-${count}`
    const entityId = newId()
    const made = await record(db, { personId, entityId, baseVersion: 0, kind, payload: { ...payload, provisionalNumber } }, now)
    for (const photo of photos) {
      await record(db, { personId, entityId, baseVersion: 0, kind: 'order.command', payload: { name: 'attach', fields: { attachmentId: photo.id } }, blobs: [photo] }, now)
    }
    return { ...made, provisionalNumber }
  })
}

import { newId } from '../../ids.ts'
import type { StoredOperation, TabletDb } from '../store/db.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { StoredDevice } from '../people/enrol.ts'
import { record } from './record.ts'

const NAME_LENGTH = 6

/** Emergency is work that a person begins at once on a machine; without a sentence the server writes one. */
export interface Emergency {
  readonly personId: string
  readonly assetId: string
  readonly title?: string
}

/**
 * beginEmergency makes an order on the tablet and starts it: one operation, with a number of this tablet's own that stays searchable beside the one
 * the server gives.
 */
export async function beginEmergency(db: TabletDb, { personId, assetId, title }: Emergency): Promise<StoredOperation> {
  return db.transaction('rw', [db.operations, db.blobs, db.meta], async () => {
    const device = await readMeta<StoredDevice>(db, 'device')
    const count = ((await readMeta<number>(db, 'provisional')) ?? 0) + 1
    await writeMeta(db, 'provisional', count)
    const provisionalNumber = `T-${(device?.id ?? newId()).replaceAll('-', '').slice(-NAME_LENGTH).toUpperCase()}-${count}`
    return record(db, { personId, entityId: newId(), baseVersion: 0, kind: 'order.emergency', payload: { assetId, provisionalNumber, ...(title === undefined ? {} : { title }) } })
  })
}

import { newId } from '../../ids.ts'
import { entityOf } from '#server/core/sync/entity.ts'
import { OPERATION_SCHEMA } from '#server/core/sync/outcome.ts'
import type { StoredBlob, StoredOperation, TabletDb } from '../store/db.ts'
import type { TabletAsset } from '../types.ts'
import { readMeta, writeMeta } from '../store/meta.ts'

/** Draft is something a person did, before it is in the outbox. */
export interface Draft {
  readonly personId: string
  readonly entityId: string
  readonly baseVersion: number
  readonly kind: string
  readonly payload: unknown
  /** Photos and files that belong to it: stored in the same step. */
  readonly blobs?: readonly StoredBlob[]
  /** When it was done, where that is not now. */
  readonly at?: Date
  /** For how long it can be taken back before it is sent, in ms. */
  readonly undoMs?: number
  /** The machine that an order is moved to, so that it can be shown before the server has told. */
  readonly place?: TabletAsset
}

/**
 * record puts what a person did into the outbox, with its photos, in one transaction: from then on it survives a killed browser. What the screens
 * show follows from the outbox, so there is no second place that could disagree.
 */
export async function record(db: TabletDb, draft: Draft, now: Date = new Date()): Promise<StoredOperation> {
  const blobs = draft.blobs ?? []
  return db.transaction('rw', [db.operations, db.blobs, db.meta], async () => {
    const seq = ((await readMeta<number>(db, 'seq')) ?? 0) + 1
    await writeMeta(db, 'seq', seq)
    const operation: StoredOperation = {
      opId: newId(now.getTime()), seq, personId: draft.personId, entityId: draft.entityId, entityKind: entityOf(draft.kind),
      baseVersion: draft.baseVersion, kind: draft.kind, payload: draft.payload,
      at: (draft.at ?? now).toISOString(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone, schema: OPERATION_SCHEMA, needs: blobs.map((blob) => blob.id),
      heldUntil: draft.undoMs === undefined ? null : new Date(now.getTime() + draft.undoMs).toISOString(), state: 'waiting', answer: null, answeredAt: null,
      ...(draft.place === undefined ? {} : { place: draft.place }),
    }
    await db.blobs.bulkPut([...blobs])
    await db.operations.add(operation)
    return operation
  })
}

/** takeBack takes an operation out of the outbox again while it is held; false when it is too late, and the server may know of it. */
export async function takeBack(db: TabletDb, opId: string, now: Date = new Date()): Promise<boolean> {
  return db.transaction('rw', [db.operations, db.blobs], async () => {
    const operation = await db.operations.get(opId)
    if (operation?.state !== 'waiting' || operation.heldUntil === null || operation.heldUntil <= now.toISOString()) return false
    await db.operations.delete(opId)
    await db.blobs.bulkDelete([...operation.needs])
    return true
  })
}

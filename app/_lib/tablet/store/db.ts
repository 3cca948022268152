import { Dexie, type Table } from 'dexie'
import type { EntityKind } from '#server/core/sync/entity.ts'
import type { Answer } from '#server/core/sync/answer.ts'
import type { TabletAsset, TabletOrder, TabletPart, TabletPerson } from '../types.ts'

/** OperationState is where an operation stands: waiting to be taken in, done, or asking for a person's decision. */
export type OperationState = 'waiting' | 'done' | 'asks'

/** StoredOperation is one row of the outbox: what somebody did, as it is sent. */
export interface StoredOperation {
  readonly opId: string
  readonly seq: number
  readonly personId: string
  readonly entityId: string
  readonly entityKind: EntityKind
  readonly baseVersion: number
  readonly kind: string
  readonly payload: unknown
  readonly at: string
  readonly zone: string
  readonly schema: number
  readonly needs: readonly string[]
  /** Not sent before then, so that it can be taken back; null where there is no way back. */
  readonly heldUntil: string | null
  readonly state: OperationState
  readonly answer: Answer | null
  readonly answeredAt: string | null
  /** The machine that an order was moved to, for the screens; it is not sent. */
  readonly place?: TabletAsset
  /** The fields of a clash that a person has decided about. */
  readonly decided?: readonly string[]
}

/** StoredBlob is a photo, voice note or file, until it has arrived in full. */
export interface StoredBlob {
  readonly id: string
  /** Who took it: the one in whose name it is sent. */
  readonly personId: string
  readonly sha256: string
  readonly kind: 'photo' | 'voice' | 'file' | 'signature'
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly takenAt: string
  readonly bytes: Blob
  /** How long a voice note is, in ms. */
  readonly durationMs?: number
  /** refused: the server does not take it, and a person decides what becomes of it. */
  readonly state: 'waiting' | 'arrived' | 'refused'
}

/** StoredPerson is somebody who works on this tablet; pin null where none was set. */
export interface StoredPerson extends TabletPerson {
  readonly pin: { readonly salt: string; readonly hash: string; readonly rounds: number } | null
  readonly pulledAt: string | null
}

/** StoredScope is what one person's tablet keeps: his orders among the orders of the tablet. */
export interface StoredScope {
  readonly personId: string
  readonly items: readonly { readonly id: string; readonly mine: boolean }[]
}

/** StoredDraft is text that was typed and not sent yet, by where it was typed. */
export interface StoredDraft {
  readonly key: string
  readonly text: string
  readonly at: string
}

/** StoredOrder is an order as it came from the server, without its evidence, found by its id, number or machine. */
export interface StoredOrder {
  readonly id: string
  readonly number: string
  readonly assetId: string
  readonly view: TabletOrder
}

/** StoredEvidence is the evidence of an order, by the order's id. */
export interface StoredEvidence {
  readonly id: string
  readonly evidence: TabletOrder['evidence']
}

/** TabletDb is the tablet's own store. */
export interface TabletDb extends Dexie {
  readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>
  readonly people: Table<StoredPerson, string>
  readonly scopes: Table<StoredScope, string>
  readonly orders: Table<StoredOrder, string>
  readonly evidence: Table<StoredEvidence, string>
  readonly assets: Table<TabletAsset, string>
  readonly parts: Table<TabletPart, string>
  readonly operations: Table<StoredOperation, string>
  readonly blobs: Table<StoredBlob, string>
  readonly drafts: Table<StoredDraft, string>
}

// The store's name in the browser.
const DATABASE_NAME = 'millwright-tablet'

/** openTabletDb opens the store, making or upgrading it. */
export function openTabletDb(name: string = DATABASE_NAME): TabletDb {
  const db = new Dexie(name)
  db.version(1).stores({
    meta: '&key',
    people: '&id',
    scopes: '&personId',
    orders: '&id, number, assetId',
    assets: '&id, tag',
    operations: '&opId, seq, state, entityId',
    blobs: '&id, state',
    drafts: '&key',
  })
  db.version(2).stores({ parts: '&id, number' })
  db.version(3).stores({ evidence: '&id', orders: '&id, number, assetId, view.order.provisionalNumber, [id+view.stamp]' }).upgrade(async (tx) => {
    for (const { id, view } of (await tx.table('orders').toArray()) as StoredOrder[]) {
      await tx.table('evidence').put({ id, evidence: view.evidence })
      await tx.table('orders').update(id, { 'view.evidence': [] })
    }
  })
  return db as TabletDb
}

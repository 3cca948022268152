'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import type { StoredBlob, TabletDb } from '../store/db.ts'
import { tabletDb } from '../store/open.ts'

/** FileRow is a photo, voice note or file of an order as the tablet lists it; waiting says that it is not sent yet. */
export interface FileRow {
  readonly id: string
  readonly kind: StoredBlob['kind']
  readonly name: string
  readonly mediaType: string | null
  readonly size: number
  readonly durationMs: number | null
  readonly at: string
  readonly by: string
  readonly state: 'waiting' | 'receiving' | 'checking' | 'ready' | 'refused'
}

async function filesOf(db: TabletDb, orderId: string): Promise<FileRow[]> {
  const operations = await db.operations.where('entityId').equals(orderId).toArray()
  const blobs = await db.blobs.bulkGet(operations.flatMap((operation) => operation.needs))
  const names = new Map((await db.people.toArray()).map((person) => [person.id, person.name]))
  const waiting = blobs.flatMap((blob): FileRow[] => (blob
    ? [{ ...blob, durationMs: blob.durationMs ?? null, at: blob.takenAt, by: names.get(blob.personId) ?? '', state: blob.state === 'refused' ? 'refused' : 'waiting' }] : []))
  const here = new Set(waiting.map(({ id }) => id))
  const told = (await db.orders.get(orderId))?.view.files ?? []
  const sent = told.filter(({ id }) => !here.has(id)).map((file): FileRow => ({ ...file, kind: file.kind as FileRow['kind'], at: file.takenAt ?? file.linkedAt, by: file.linkedBy?.name ?? '' }))
  return [...sent, ...waiting].toSorted((a, b) => a.at.localeCompare(b.at))
}

/** useOrderFiles lists the photos, voice notes and files of an order, those that are not sent yet among them, the oldest first; undefined until they are read. */
export const useOrderFiles = (orderId: string): readonly FileRow[] | undefined => useLiveQuery(() => filesOf(tabletDb(), orderId), [orderId])

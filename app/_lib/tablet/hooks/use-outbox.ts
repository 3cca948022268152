'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import type { StoredOperation, TabletDb } from '../store/db.ts'
import { isFileRefused, takeOut, tryAgain } from '../outbox/refused.ts'
import { tabletDb } from '../store/open.ts'

/** OutboxItem is an operation with the names of what it is about. */
export interface OutboxItem {
  readonly operation: StoredOperation
  readonly orderNumber: string | null
  readonly machine: string | null
  readonly author: string
}

const SENT_SHOWN = 50

async function itemsOf(db: TabletDb): Promise<OutboxItem[]> {
  const operations = await db.operations.orderBy('seq').reverse().toArray()
  const shown = operations.filter((operation) => operation.state !== 'done').concat(operations.filter((operation) => operation.state === 'done').slice(0, SENT_SHOWN))
  const orders = new Map((await db.orders.bulkGet([...new Set(shown.map((operation) => operation.entityId))])).flatMap((order) => (order ? [[order.id, order.view]] : [])))
  const people = new Map((await db.people.toArray()).map((person) => [person.id, person.name]))
  return shown.map((operation) => {
    const order = orders.get(operation.entityId)
    return { operation, orderNumber: order?.order.number ?? null, machine: order ? `${order.asset.tag} ${order.asset.name}` : null, author: people.get(operation.personId) ?? '' }
  })
}

/** useOutbox lists what waits, what asks and what was sent, the newest first; undefined until it is read. */
export const useOutbox = (): readonly OutboxItem[] | undefined => useLiveQuery(() => itemsOf(tabletDb()), [])

/**
 * leaveOut removes an operation that the server did not take, with its files, because a person decided so; a file that was refused goes alone, where
 * something else was said with it.
 */
export async function leaveOut(opId: string): Promise<void> {
  const db = tabletDb()
  const operation = await db.operations.get(opId)
  if (operation && isFileRefused(operation)) return takeOut(db, opId)
  await db.transaction('rw', [db.operations, db.blobs], async () => {
    await db.operations.delete(opId)
    await db.blobs.bulkDelete([...(operation?.needs ?? [])])
  })
}

/** sendAgain tries once more to send what the server did not take because of its file. */
export const sendAgain = (opId: string): Promise<void> => tryAgain(tabletDb(), opId)

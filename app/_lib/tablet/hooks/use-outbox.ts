'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import type { StoredOperation, TabletDb } from '../store/db.ts'
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

/** leaveOut removes an operation that the server did not take, because a person decided so. */
export const leaveOut = (opId: string): Promise<void> => tabletDb().operations.delete(opId)

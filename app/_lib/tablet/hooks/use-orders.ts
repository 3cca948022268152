'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { seenOrder, type SeenOrder } from '../seen/fold.ts'
import type { StoredPerson, TabletDb } from '../store/db.ts'
import { tabletDb } from '../store/open.ts'

/** ListedOrder is an order of this tablet as the person sees it, and whether it is his. */
export interface ListedOrder {
  readonly seen: SeenOrder
  readonly mine: boolean
}

const peopleOf = async (db: TabletDb): Promise<ReadonlyMap<string, StoredPerson>> => new Map((await db.people.toArray()).map((one) => [one.id, one]))

async function ordersOf(db: TabletDb, person: StoredPerson): Promise<ListedOrder[]> {
  const scope = await db.scopes.get(person.id)
  if (!scope) return []
  const people = await peopleOf(db)
  const operations = await db.operations.toArray()
  const mine = new Set(scope.items.flatMap((item) => (item.mine ? [item.id] : [])))
  const stored = await db.orders.bulkGet(scope.items.map((item) => item.id))
  return stored.flatMap((order) => (order ? [{ seen: seenOrder(order.view, operations, person, people), mine: mine.has(order.id) }] : []))
}

/** useOrders lists the person's orders on this tablet; undefined until they are read. */
export const useOrders = (person: StoredPerson): readonly ListedOrder[] | undefined => useLiveQuery(() => ordersOf(tabletDb(), person), [person])

async function orderOf(db: TabletDb, person: StoredPerson, idOrNumber: string): Promise<SeenOrder | null> {
  const stored = (await db.orders.get(idOrNumber)) ?? (await db.orders.where('number').equals(idOrNumber.toUpperCase()).first())
  if (!stored) return null
  return seenOrder(stored.view, await db.operations.where('entityId').equals(stored.id).toArray(), person, await peopleOf(db))
}

/** useOrder is one order of this tablet by its id or number; null when it is not kept here, undefined until it is read. */
export const useOrder = (person: StoredPerson, idOrNumber: string): SeenOrder | null | undefined =>
  useLiveQuery(() => orderOf(tabletDb(), person, idOrNumber), [person, idOrNumber])

'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslations } from 'next-intl'
import type { TabletSafety } from '#server/core/isolation/on-tablet.ts'
import { knownOf } from '../known.ts'
import { birthOf, bornOrder } from '../seen/born.ts'
import { seenOrder, type SeenOrder } from '../seen/fold.ts'
import type { StoredOperation, StoredPerson, TabletDb } from '../store/db.ts'
import { tabletDb } from '../store/open.ts'

/** ListedOrder is an order of this tablet as the person sees it, and whether it is his. */
export interface ListedOrder {
  readonly seen: SeenOrder
  readonly mine: boolean
}

type People = ReadonlyMap<string, StoredPerson>

const peopleOf = async (db: TabletDb): Promise<People> => new Map((await db.people.toArray()).map((one) => [one.id, one]))

// The machine's plan serves an order that was made here too; what is on at the machine only the server can tell.
const plannedOnly = (safety: TabletSafety | null): TabletSafety | null => safety && { plan: safety.plan, isolation: null, permits: [], guards: [], names: {}, taken: [] }

/** Orders that were made on this tablet and have not come back from the server yet. */
async function bornOrders(db: TabletDb, operations: readonly StoredOperation[], person: StoredPerson, people: People, title: string): Promise<SeenOrder[]> {
  const births = operations.flatMap((operation) => birthOf(operation) ?? [])
  const born: SeenOrder[] = []
  for (const birth of births) {
    const asset = await db.assets.get(birth.assetId)
    if (!asset || birth.operation.state === 'asks' || (await db.orders.get(birth.operation.entityId))) continue
    // What a machine of the same class offers holds here too; how a machine is isolated is its own.
    const own = (await db.orders.where('assetId').equals(asset.id).first())?.view ?? null
    const made = bornOrder(birth, asset, people.get(birth.operation.personId) ?? person, title, await knownOf(db, asset))
    born.push(seenOrder({ ...made, safety: plannedOnly(own?.safety ?? null) }, operations, person, people))
  }
  return born
}

async function ordersOf(db: TabletDb, person: StoredPerson, title: string): Promise<ListedOrder[]> {
  const people = await peopleOf(db)
  const operations = await db.operations.toArray()
  const byOrder = Map.groupBy(operations, (operation) => operation.entityId)
  const items = (await db.scopes.get(person.id))?.items ?? []
  const mine = new Set(items.flatMap((item) => (item.mine ? [item.id] : [])))
  const stored = await db.orders.bulkGet(items.map((item) => item.id))
  const born = await bornOrders(db, operations, person, people, title)
  return [
    ...born.map((seen) => ({ seen, mine: seen.order.assignee?.id === person.id })),
    ...stored.flatMap((order) => (order ? [{ seen: seenOrder(order.view, byOrder.get(order.id) ?? [], person, people), mine: mine.has(order.id) }] : [])),
  ]
}

/** useOrders lists the person's orders on this tablet; undefined until they are read. */
export function useOrders(person: StoredPerson): readonly ListedOrder[] | undefined {
  const title = useTranslations('tabletWork.scan')('emergency')
  return useLiveQuery(() => ordersOf(tabletDb(), person, title), [person, title])
}

async function orderOf(db: TabletDb, person: StoredPerson, named: string, title: string): Promise<SeenOrder | null> {
  const text = named.toUpperCase()
  const stored = (await db.orders.get(named)) ?? (await db.orders.where('number').equals(text).first()) ?? (await db.orders.where('view.order.provisionalNumber').equals(text).first())
  const people = await peopleOf(db)
  if (stored) return seenOrder(stored.view, await db.operations.where('entityId').equals(stored.id).toArray(), person, people)
  const born = await bornOrders(db, await db.operations.toArray(), person, people, title)
  return born.find(({ order }) => order.id === named || order.number === text) ?? null
}

/** useOrder is one order of this tablet by its id, number or provisional number; null when it is not kept here, undefined until it is read. */
export function useOrder(person: StoredPerson, named: string): SeenOrder | null | undefined {
  const title = useTranslations('tabletWork.scan')('emergency')
  return useLiveQuery(() => orderOf(tabletDb(), person, named, title), [person, named, title])
}

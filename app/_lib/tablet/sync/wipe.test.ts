import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { record } from '../outbox/record.ts'
import { openTabletDb, type StoredOrder, type TabletDb } from '../store/db.ts'
import { Refused } from './http.ts'
import { expire, tellWiped, wipeTablet } from './wipe.ts'

let db: TabletDb
let count = 0
const NOW = new Date('2026-11-26T10:00:00Z')
const daysAgo = (days: number): string => new Date(NOW.getTime() - days * 24 * 3_600_000).toISOString()
const done = (id: string) => record(db, { personId: 'p', entityId: id, baseVersion: 1, kind: 'order.command', payload: id })

beforeEach(async () => {
  db = openTabletDb(`wipe-${(count += 1)}`)
  await done('a')
  await done('b')
})

test('an emptied tablet keeps nothing but how much was lost, and tells it until somebody has heard', async () => {
  await wipeTablet(db)
  expect([await db.operations.count(), await db.orders.count(), await db.people.count()]).toEqual([0, 0, 0])
  await expect(tellWiped(db, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network')
  const heard: number[] = []
  for (let i = 0; i < 2; i += 1) await tellWiped(db, (lost) => { heard.push(lost); return Promise.resolve() })
  expect(heard).toEqual([2])
})

test('a server that knows the device no more has heard it before', async () => {
  await wipeTablet(db)
  await tellWiped(db, () => Promise.reject(new Refused(401, 'unknown')))
  expect(await db.meta.get('wiped')).toBeUndefined()
})

test('what was sent a week ago goes, what waits or asks stays however old it is', async () => {
  const [a, b] = await db.operations.toArray()
  if (!a || !b) throw new Error('nothing was recorded')
  await db.operations.bulkPut([
    { ...a, opId: 'sent-long-ago', state: 'done', answeredAt: daysAgo(8) }, { ...a, opId: 'sent-lately', state: 'done', answeredAt: daysAgo(6) },
    { ...a, opId: 'asks', state: 'asks', answeredAt: daysAgo(90) }, { ...a, opId: 'waits', at: daysAgo(90) },
  ])
  await db.operations.bulkDelete([a.opId, b.opId])
  await expire(db, NOW)
  expect((await db.operations.toCollection().primaryKeys()).toSorted()).toEqual(['asks', 'sent-lately', 'waits'])
})

test('orders that were fetched for nobody in the last week go, those of a colleague who was here lately stay, and so does what unsent work is about', async () => {
  const person = (id: string, days: number) => ({ id, name: id, locale: 'en', orgId: 'o', grants: [], pin: null, pulledAt: daysAgo(days) })
  await db.people.bulkPut([person('away', 8), person('here', 6)])
  await db.scopes.bulkPut([
    { personId: 'away', items: ['a', 'old', 'shared'].map((id) => ({ id, mine: true })) }, { personId: 'here', items: ['shared', 'his'].map((id) => ({ id, mine: true })) },
  ])
  const kept = ['a', 'old', 'shared', 'his']
  await db.orders.bulkPut(kept.map((id) => ({ id, number: id, assetId: 'm', view: {} as StoredOrder['view'] })))
  const left = async (): Promise<string[]> => (await db.orders.toCollection().primaryKeys()).toSorted()
  await expire(db, new Date(NOW.getTime() - 2 * 24 * 3_600_000))
  expect(await left()).toEqual(kept.toSorted())
  await expire(db, NOW)
  expect(await left()).toEqual(['a', 'his', 'shared'])
  await db.operations.toCollection().modify({ state: 'done', answeredAt: NOW.toISOString() })
  await expire(db, new Date(NOW.getTime() + 2 * 24 * 3_600_000))
  expect([await left(), await db.people.count()]).toEqual([[], 2])
})

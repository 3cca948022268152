import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { record } from '../outbox/record.ts'
import { openTabletDb, type TabletDb } from '../store/db.ts'
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

import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { openTabletDb, type TabletDb } from '../store/db.ts'
import { readMeta } from '../store/meta.ts'
import { isPin } from './pin.ts'
import { lock, setPin, unlock } from './unlock.ts'

let db: TabletDb
let count = 0
beforeEach(async () => {
  db = openTabletDb(`unlock-${(count += 1)}`)
  for (const id of ['a', 'b']) await db.people.add({ id, name: id, locale: 'en', orgId: 'o', grants: [], pin: null, pulledAt: null })
  await setPin(db, 'a', '1234')
  await lock(db)
})

test('only the right PIN opens the tablet, and makes it the person\'s', async () => {
  expect(await unlock(db, 'a', '4321')).toEqual({ is: 'wrong' })
  expect(await readMeta(db, 'locked')).toBe(true)
  expect(await unlock(db, 'a', '1234')).toEqual({ is: 'open' })
  expect([await readMeta(db, 'locked'), await readMeta(db, 'current-person')]).toEqual([false, 'a'])
})

test('somebody without a PIN is not let in by an empty one', async () => {
  expect(await unlock(db, 'b', '')).toEqual({ is: 'wrong' })
})

test('after five wrong ones it waits, also for the right one, and then lets him in', async () => {
  for (let i = 0; i < 4; i += 1) expect(await unlock(db, 'a', '0000', 1000)).toEqual({ is: 'wrong' })
  expect(await unlock(db, 'a', '0000', 1000)).toEqual({ is: 'wait', until: 31_000 })
  expect(await unlock(db, 'a', '1234', 30_999)).toEqual({ is: 'wait', until: 31_000 })
  expect(await unlock(db, 'a', '1234', 31_000)).toEqual({ is: 'open' })
})

test('the same PIN is kept differently each time, and never as it is', async () => {
  await setPin(db, 'b', '1234')
  const [a, b] = await db.people.bulkGet(['a', 'b'])
  expect(a?.pin?.hash).not.toBe(b?.pin?.hash)
  expect(JSON.stringify(a)).not.toContain('1234')
})

test.each([['1234', true], ['12345678', true], ['123', false], ['123456789', false], ['12a4', false], ['', false]])('"%s" can be a PIN: %s', (text, expected) => expect(isPin(text)).toBe(expected))

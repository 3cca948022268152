import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TabletOrder } from '../types.ts'
import { openTabletDb, type TabletDb } from './db.ts'
import { dropOrders, keepOrders, stampsOf } from './orders.ts'

const NAME = 'orders-test'
const order = (id: string, stamp: string): TabletOrder =>
  ({ stamp, mine: true, order: { id, number: `WO-${id}`, provisionalNumber: `T-${id}` }, asset: { id: 'm' }, evidence: [{ drawn: id }] }) as unknown as TabletOrder

let db: TabletDb
beforeEach(() => { db = openTabletDb(NAME) })
afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

test('an order is kept apart from its evidence, and found by its provisional number', async () => {
  await keepOrders(db, [order('1', 'a')])
  expect((await db.orders.where('view.order.provisionalNumber').equals('T-1').first())?.view.evidence).toEqual([])
  expect(await db.evidence.get('1')).toEqual({ id: '1', evidence: [{ drawn: '1' }] })
})

test('stamps are told by id, the newest of each', async () => {
  await keepOrders(db, [order('1', 'a'), order('2', 'b')])
  await keepOrders(db, [order('1', 'c')])
  expect(await stampsOf(db)).toEqual({ 1: 'c', 2: 'b' })
})

test('an order that is dropped leaves nothing', async () => {
  await keepOrders(db, [order('1', 'a'), order('2', 'b')])
  await dropOrders(db, ['1'])
  expect([await db.orders.toCollection().primaryKeys(), await db.evidence.toCollection().primaryKeys()]).toEqual([['2'], ['2']])
})

test('a store of the version before is parted when it is opened', async () => {
  db.close()
  await Dexie.delete(NAME)
  const old = new Dexie(NAME)
  old.version(2).stores({ orders: '&id, number, assetId' })
  await old.open()
  await old.table('orders').put({ id: '1', number: 'WO-1', assetId: 'm', view: order('1', 'a') })
  old.close()
  db = openTabletDb(NAME)
  expect([(await db.orders.get('1'))?.view.evidence, (await db.evidence.get('1'))?.evidence, await stampsOf(db)]).toEqual([[], [{ drawn: '1' }], { 1: 'a' }])
})

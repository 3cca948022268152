import { beforeAll, describe, expect, test } from 'vitest'
import { getOrder, listOrders, type ListQuery } from '#server/modules/work-orders/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
const COUNT = 230
let plant: OrderPlant
let secondSite: string

beforeAll(async () => {
  plant = await orderPlant(database)
  secondSite = newId()
  await plant.insert('site', { id: secondSite, code: 'S2', name: 'Second', time_zone: 'UTC' })
  // Many orders of the same millisecond, so that paging must go by more than the time.
  await database.query(
    `INSERT INTO work_order (org_id, id, no, site_id, asset_id, kind, source, status, priority, title, assignee_id, idempotency_key, created_at)
     SELECT $1::uuid, gen_random_uuid(), n, CASE WHEN n % 10 = 0 THEN $3::uuid ELSE $2::uuid END, $4::uuid, 'corrective', CASE WHEN n % 2 = 0 THEN 'condition' ELSE 'manual' END,
            CASE WHEN n % 3 = 0 THEN 'closed' ELSE 'approved' END, 1 + n % 4, CASE WHEN n = 17 THEN 'Leak at 100%_flange' ELSE 'Order ' || n END,
            CASE WHEN n % 5 = 0 THEN $5::uuid END, 'seed-' || n, '2026-01-01T00:00:00Z'::timestamptz + (n / 50) * interval '1 hour'
     FROM generate_series(1, $6::int) AS n`,
    [plant.orgId, plant.siteId, secondSite, plant.assetId, plant.people.technician, COUNT],
  )
  await orderPlant(database, 'other').then((other) => other.order())
})

const all = async (query: ListQuery, actor = plant.actor('manager')): Promise<string[]> => {
  const numbers: string[] = []
  let cursor: string | undefined
  do {
    const page = await listOrders(actor, { ...query, limit: 37, cursor })
    numbers.push(...page.items.map((item) => item.number))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return numbers
}

describe('pages', () => {
  test.each(['newest', 'priority'] as const)('sorted by %s they show every order once, in order', async (sort) => {
    const numbers = await all({ sort })
    expect(numbers).toHaveLength(COUNT)
    expect(new Set(numbers).size).toBe(COUNT)
    const order = sort === 'newest' ? 'created_at DESC, id DESC' : 'priority, created_at DESC, id DESC'
    const rows = await database.query<{ no: number }>(`SELECT no FROM work_order WHERE org_id = $1 ORDER BY ${order}`, [plant.orgId])
    expect(numbers.map((number) => Number(number.slice(3)))).toEqual(rows.map((row) => row.no))
  })
  test.each(['', 'x', Buffer.from('{}').toString('base64url'), Buffer.from('["priority",1,0,"00000000-0000-7000-8000-000000000000"]').toString('base64url')])('the cursor "%s" is refused', async (cursor) => {
    await expect(listOrders(plant.actor('manager'), { cursor })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('filters', () => {
  const naturals = Array.from({ length: COUNT }, (_, i) => i + 1)
  test.each([
    { name: 'state', query: { status: ['closed'] }, keep: (n: number) => n % 3 === 0 },
    { name: 'source', query: { source: ['condition'] }, keep: (n: number) => n % 2 === 0 },
    { name: 'priority', query: { priority: [1, 2] }, keep: (n: number) => n % 4 < 2 },
    { name: 'nobody', query: { unassigned: true }, keep: (n: number) => n % 5 !== 0 },
    { name: 'number', query: { q: 'wo-000042' }, keep: (n: number) => n === 42 },
    { name: 'bare number', query: { q: '42' }, keep: (n: number) => n === 42 },
    { name: 'words, with signs that mean something to SQL', query: { q: '100%_fl' }, keep: (n: number) => n === 17 },
    { name: 'the machine', query: { q: 'cooling-tower' }, keep: () => true },
    { name: 'no match', query: { q: 'a\\b%' }, keep: () => false },
    { name: 'two at once', query: { status: ['approved'], source: ['manual'] }, keep: (n: number) => n % 3 !== 0 && n % 2 === 1 },
  ] as { name: string; query: ListQuery; keep: (n: number) => boolean }[])('by $name', async ({ query, keep }) => {
    expect((await all(query)).map((number) => Number(number.slice(3))).sort((a, b) => a - b)).toEqual(naturals.filter(keep))
  })
  test('mine are those given to me', async () => {
    expect(await all({ mine: true }, plant.actor('technician'))).toHaveLength(COUNT / 5)
    expect(await all({ mine: true })).toEqual([])
  })
})

describe('reach', () => {
  test('a role at one site sees that site, in list and counts', async () => {
    const actor = plant.actor('technician', secondSite)
    expect(await all({}, actor)).toHaveLength(COUNT / 10)
    expect(await all({ siteId: plant.siteId }, actor)).toEqual([])
    expect((await listOrders(actor, {})).counts).toEqual({ open: 16, mine: 16, unassigned: 0 })
  })
  test('a role without the right to read sees none', async () => {
    expect(await listOrders(plant.actor('requester'), {})).toEqual({ items: [], nextCursor: null, counts: { open: 0, mine: 0, unassigned: 0 }, raised: null })
  })
  test('an order is found by its number', async () => {
    expect((await getOrder(plant.actor('manager'), 'wo-17')).order.title).toBe('Leak at 100%_flange')
    await expect(getOrder(plant.actor('manager'), 'WO-999999')).rejects.toMatchObject({ code: 'not-found' })
    await expect(getOrder(plant.actor('technician', secondSite), 'WO-000017')).rejects.toMatchObject({ code: 'not-found' })
  })
})

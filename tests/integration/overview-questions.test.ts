import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#server/core/people/permissions.ts'
import { WORK_ORDER_STATUSES } from '#server/core/work-orders/enums.ts'
import { questionOf } from '#server/core/work-orders/questions.ts'
import { readOverview } from '#server/flows/read-overview.ts'
import { askingOrders } from '#server/modules/overview/index.ts'
import { readFacts } from '#server/modules/work-orders/work-orders.repo.ts'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { FOUND, orderPlant, type OrderPlant } from './support/order-plant.ts'
import { ago, hence, ticketHelpers } from './support/ticket-helpers.ts'

const database = useTestDatabase()
let plant: OrderPlant
beforeEach(async () => { plant = await orderPlant(database) })

const { ensure, ticket, work, finished, set } = ticketHelpers(database, () => plant)
const situations = async (role: Role, siteId?: string | null) => (await readOverview(plant.actor(role, siteId))).situations
/** What each role is asked about an order: roles that are asked nothing are left out. */
async function askedOf(orderId: string): Promise<Record<string, string>> {
  const asked: [Role, string][] = []
  for (const role of ['technician', 'supervisor', 'planner', 'reliability-engineer', 'manager', 'safety', 'ot-engineer'] as const) {
    const question = (await situations(role)).find((one) => one.order?.id === orderId)?.question
    if (question) asked.push([role, question])
  }
  return Object.fromEntries(asked)
}

describe('the overview asks whoever may answer', () => {
  test('whether to close what went away: with the value now, its limit and its course', async () => {
    const [org] = await database.query<{ no: number }>('SELECT no FROM organization WHERE id = $1', [plant.orgId])
    await database.query(
      `WITH minutes AS (
         INSERT INTO telemetry.reading_minute (point_no, org_no, ts, n, sum, min, max, last)
         SELECT $1, $2, date_trunc('minute', now()) - n * interval '1 minute', 1, v, v, v, v FROM generate_series(1, 200) AS n CROSS JOIN LATERAL (SELECT CASE WHEN n > 60 THEN 2 ELSE 0.1 END AS v) AS x
         RETURNING ts, last)
       INSERT INTO telemetry.reading (point_no, org_no, ts, value) SELECT $1, $2, ts, last FROM minutes`,
      [plant.pointNo, org?.no])
    const { orderId } = await ticket({ openedAt: ago(3), resolvedAt: ago(1), priority: 1 })
    expect(await askedOf(orderId)).toEqual({ technician: 'close', supervisor: 'close', planner: 'close' })
    const [only, ...more] = await situations('technician')
    expect(more).toEqual([])
    expect(only).toMatchObject({
      kind: 'order', question: 'close', settled: true, priority: 1, assetTag: 'CT-301', failureMode: { code: 'VIB', name: 'Vibration' }, since: expect.any(String) as unknown,
      value: { value: 0.1, unit: '[g]' }, limit: 0.5, order: { id: orderId, number: 'WO-000001', text: { title: { key: 'ticket.title.above' } } },
    })
    expect(only?.spark.length).toBeGreaterThan(20)
    expect(Date.now() - Date.parse(only?.since ?? '')).toBeGreaterThan(3_500_000)
    await plant.run('technician', orderId, { name: 'acceptProposal', payload: { proposal: 'close', accept: true, verdict: 'not-inspected' } })
    expect(await situations('technician')).toEqual([])
  })

  test('whether a repair held: once, on the alarm that came back', async () => {
    const { incidentId, orderId } = await ticket()
    await set(incidentId, `state = 'resolved', resolved_at = now() - interval '2 hours'`)
    await work(orderId, 'complete')
    await finished(orderId, ago(2))
    await ensure(await plant.incident({ openedAt: ago(1) }))
    expect(await askedOf(orderId)).toEqual({ technician: 'repair-did-not-hold', supervisor: 'repair-did-not-hold', planner: 'repair-did-not-hold' })
    expect((await situations('planner')).map(({ kind, question, settled }) => [kind, question, settled])).toEqual([['incident', 'repair-did-not-hold', false]])
    // Who may not answer still sees the alarm, without a question.
    expect((await situations('ot-engineer')).map(({ kind, question }) => [kind, question])).toEqual([['incident', null]])
  })

  test('to approve a report, in the words of whoever filed it', async () => {
    const id = await plant.order('technician', { title: 'The belt squeals' })
    expect(await askedOf(id)).toEqual({ 'supervisor': 'approve', 'planner': 'approve', 'reliability-engineer': 'approve', 'manager': 'approve' })
    const [only] = await situations('manager')
    expect(only).toMatchObject({ kind: 'order', settled: false, value: null, spark: [], order: { title: 'The belt squeals', text: null, createdBy: 'technician' } })
    await plant.run('manager', id, { name: 'approve', payload: {} })
    expect(await situations('manager')).toEqual([])
  })

  test('to approve afterwards what was begun in an emergency, also when it is closed', async () => {
    const id = await plant.order('technician')
    await plant.run('technician', id, { name: 'start', payload: {} })
    expect(await askedOf(id)).toMatchObject({ manager: 'approve-late' })
    await plant.run('technician', id, { name: 'close', payload: { ...FOUND, modeCode: 'VIB' } })
    expect(await askedOf(id)).toEqual({ 'supervisor': 'approve-late', 'planner': 'approve-late', 'reliability-engineer': 'approve-late', 'manager': 'approve-late' })
    await plant.run('manager', id, { name: 'approve', payload: {} })
    expect(await askedOf(id)).toEqual({})
  })

  test('to verify, and then to close, what is done', async () => {
    const id = await plant.order('supervisor', { kind: 'statutory', done: { workStartedAt: ago(2), workFinishedAt: ago(1) } })
    expect(await askedOf(id)).toEqual({ 'supervisor': 'verify', 'reliability-engineer': 'verify' })
    expect((await situations('supervisor'))[0]?.order?.completedBy).toBe('supervisor')
    await plant.run('reliability-engineer', id, { name: 'verify', payload: {} })
    expect(await askedOf(id)).toEqual({ technician: 'finish', supervisor: 'finish', planner: 'finish' })
  })

  test('whether a repaired machine is back in service', async () => {
    const { incidentId, orderId } = await ticket()
    await set(incidentId, `state = 'resolved', resolved_at = now()`)
    await work(orderId, 'close', { ...FOUND, effect: 'functional-failure', functionLostAt: ago(2) })
    expect(await askedOf(orderId)).toEqual({ technician: 'return-to-service', supervisor: 'return-to-service', planner: 'return-to-service' })
  })

  test('only about orders of the sites where they may answer', async () => {
    const { orderId } = await ticket({ openedAt: ago(3), resolvedAt: ago(1) })
    expect((await situations('technician', plant.siteId)).map(({ order }) => order?.id)).toEqual([orderId])
    expect(await situations('technician', newId())).toEqual([])
  })
})

test('what still stands comes before what only asks; an order stands in the list once', async () => {
  const settled = await ticket({ openedAt: ago(9), resolvedAt: ago(8), priority: 1, key: 'other' })
  const report = await plant.order('technician', { priority: 2 })
  const standing = await ticket({ openedAt: ago(1), priority: 3 })
  const late = await plant.order('supervisor')
  await database.query('UPDATE work_order SET due_at = $2 WHERE id = ANY ($1)', [[late, standing.orderId, report], ago(1)])
  const list = await situations('supervisor')
  expect(list.map(({ kind, question, order }) => [kind, question, order?.id])).toEqual([
    ['order', 'approve', report], ['incident', null, standing.orderId], ['order', null, late], ['order', 'close', settled.orderId],
  ])
  expect(list.map(({ order }) => order?.dueAt != null && Date.parse(order.dueAt) < Date.now())).toEqual([true, true, true, false])
})

test('the query finds exactly the orders that ask by their facts, for every state and role', async () => {
  const flags = [true, false]
  const rows = WORK_ORDER_STATUSES.flatMap((status) => flags.flatMap((proposeClose) => flags.flatMap((repairInDoubt) => flags.flatMap((verification) => flags.flatMap((lost) =>
    flags.flatMap((breakIn) => (['predictive', 'corrective'] as const).map((kind) => ({ status, proposeClose, repairInDoubt, verification, lost, breakIn, kind }))))))))
  const ids = rows.map(() => newId())
  await database.query(
    `INSERT INTO work_order (org_id, id, no, site_id, asset_id, kind, source, status, priority, title, idempotency_key, propose_close, repair_in_doubt, verification_required, function_lost_at, break_in, closed_at)
     SELECT $1, r.id, r.n, $2, $3, r.kind, 'manual', r.status, 2, 't', r.id::text, r.propose, r.doubt, r.verification, CASE WHEN r.lost THEN now() - interval '1 day' END, r.break_in,
            CASE WHEN r.status IN ('closed', 'cancelled', 'rejected') THEN now() - CASE WHEN r.n % 2 = 0 THEN interval '1 hour' ELSE interval '30 days' END END
     FROM unnest($4::uuid[], $5::text[], $6::text[], $7::bool[], $8::bool[], $9::bool[], $10::bool[], $11::bool[]) WITH ORDINALITY AS r(id, kind, status, propose, doubt, verification, lost, break_in, n)`,
    [plant.orgId, plant.siteId, plant.assetId, ids, rows.map((r) => r.kind), rows.map((r) => r.status), rows.map((r) => r.proposeClose), rows.map((r) => r.repairInDoubt),
      rows.map((r) => r.verification), rows.map((r) => r.lost), rows.map((r) => r.breakIn)])
  const now = new Date()
  // A transaction is cut off after a while, as it should be: not all of them in one.
  const facts: NonNullable<Awaited<ReturnType<typeof readFacts>>>[] = []
  for (let from = 0; from < ids.length; from += 50)
    await withTenant(plant.orgId, async (tx) => {
      for (const id of ids.slice(from, from + 50)) {
        const order = await readFacts(tx, id)
        if (order) facts.push(order)
      }
    })
  expect(facts).toHaveLength(rows.length)
  await withTenant(plant.orgId, async (tx) => {
    for (const may of [['work-order.approve'], ['work-order.verify'], ['work-order.close'], ['work-order.approve', 'work-order.verify', 'work-order.close']]) {
      const reach = (permission: string): 'all' | readonly string[] => (may.includes(permission) ? 'all' : [])
      const found = await askingOrders(tx, { approve: reach('work-order.approve'), verify: reach('work-order.verify'), close: reach('work-order.close') }, now, 10_000)
      const asking = facts.filter((order) => questionOf(order, now, (permission) => may.includes(permission)) !== null)
      expect(asking.length).toBeGreaterThan(0)
      expect(asking.filter(({ id }) => !found.some((order) => order.id === id)), `asks, but is not found: ${may.join()}`).toEqual([])
      expect(found.filter(({ id }) => !asking.some((order) => order.id === id)), `is found, but asks nothing: ${may.join()}`).toEqual([])
      const asked = (order: (typeof asking)[number] | (typeof found)[number]): string => `${order.id} ${questionOf(order, now, (permission) => may.includes(permission))}`
      expect(found.map(asked).toSorted()).toEqual(asking.map(asked).toSorted())
    }
  })
})

test('an answer that is due later asks nothing', async () => {
  const id = await plant.order('supervisor')
  await plant.run('manager', id, { name: 'defer', payload: { reason: 'next stop', until: hence(48) } })
  expect(await situations('supervisor')).toEqual([])
})

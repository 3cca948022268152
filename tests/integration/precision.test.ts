import { beforeAll, describe, expect, test } from 'vitest'
import { startOfDay } from '#server/core/kernel/local-day.ts'
import { listOrders } from '#server/modules/work-orders/index.ts'
import { precisionBoard, rulePrecision } from '#server/modules/verdicts/index.ts'
import type { Verdict } from '#server/core/work-orders/verdict.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FIRING = { from_phase: 'normal', to_phase: 'firing', reason: 'held', inbox_no: 1 }
const database = useTestDatabase()

interface Seed {
  readonly verdict: Verdict | null
  /** How many days ago the rule first fired. */
  readonly daysAgo: number
  readonly of?: { readonly ruleId: string; readonly versionId: string }
  readonly more?: Readonly<Record<string, unknown>>
}

let plant: OrderPlant
let mildRule = ''
let no = 0

/** Seeds an order as judging and closing would leave it: an episode, its firing, the order, and the verdict. */
async function call({ verdict, daysAgo, of = plant, more = {} }: Seed): Promise<string> {
  const alertAt = new Date(Date.now() - daysAgo * DAY)
  const key = newId()
  const incidentId = await plant.incident({ key, openedAt: alertAt, resolvedAt: new Date(alertAt.getTime() + HOUR) })
  const where = { point_no: plant.pointNo, asset_id: plant.assetId, incident_id: incidentId }
  await plant.insert('transition', { ...FIRING, ...where, id: newId(), rule_id: of.ruleId, rule_version_id: of.versionId, at: alertAt })
  const orderId = newId()
  no += 1
  await plant.insert('work_order', {
    id: orderId, no, site_id: plant.siteId, asset_id: plant.assetId, kind: 'predictive', source: 'condition', status: verdict === null ? 'approved' : 'closed',
    priority: 3, title: `Order ${no}`,
    incident_key: key, incident_id: incidentId, rule_id: of.ruleId, rule_version_id: of.versionId,
    verdict, work_started_at: new Date(alertAt.getTime() + 10 * HOUR), idempotency_key: newId(), ...more,
  })
  return orderId
}

beforeAll(async () => {
  plant = await orderPlant(database)
  await database.query(`UPDATE rule_version SET published_at = now() - interval '200 days' WHERE id = $1`, [plant.versionId])
  await database.query(`UPDATE asset SET created_at = now() - interval '300 days' WHERE id = $1`, [plant.assetId])
  await database.query(`UPDATE organization SET settings = '{"labourRate": {"perHour": "60", "currency": "EUR"}}' WHERE id = $1`, [plant.orgId])
  mildRule = newId()
  const mildVersion = newId()
  await plant.insert('rule', { id: mildRule, name: 'Fan vibration rising', class_id: plant.classId, status: 'published', published_version: 1 })
  await plant.insert('rule_version', { id: mildVersion, rule_id: mildRule, version: 1, definition: {}, published_at: new Date(Date.now() - 200 * DAY) })

  const confirmed = await call({ verdict: 'confirmed', daysAgo: 5 })
  await call({ verdict: 'other-fault-found', daysAgo: 6, more: { effect: 'functional-failure', function_lost_at: new Date(Date.now() - 6 * DAY + 20 * HOUR) } })
  const nothing = await call({ verdict: 'nothing-found', daysAgo: 7 })
  await call({ verdict: 'process-change', daysAgo: 8 })
  await call({ verdict: 'sensor-fault', daysAgo: 9 })
  await call({ verdict: null, daysAgo: 1 })
  await call({ verdict: 'nothing-found', daysAgo: 2, more: { status: 'cancelled', duplicate_of: confirmed } })
  await call({ verdict: 'nothing-found', daysAgo: 40 })

  const person = plant.people.technician
  const begin = new Date(Date.now() - 7 * DAY)
  await plant.insert('labour', { id: newId(), work_order_id: nothing, person_id: person, started_at: begin, ended_at: new Date(begin.getTime() + 1.5 * HOUR), activity: 'active' })
  await plant.insert('labour', { id: newId(), work_order_id: nothing, person_id: plant.people.supervisor, started_at: begin, ended_at: new Date(begin.getTime() + 5 * HOUR), activity: 'wait' })
  await plant.insert('part_use', { id: newId(), work_order_id: nothing, description: 'Seal', quantity: '3', unit_cost: '4.1' })
  await plant.insert('part_use', { id: newId(), work_order_id: nothing, description: 'Rag', quantity: '1' })

  // A milder rule fired three hours before in the episode of the confirmed order: it took part in it.
  const [row] = await database.query<{ incident_id: string }>('SELECT incident_id FROM work_order WHERE id = $1', [confirmed])
  const at = new Date(Date.now() - 5 * DAY - 3 * HOUR)
  await plant.insert('transition', { ...FIRING, id: newId(), point_no: plant.pointNo, asset_id: plant.assetId, incident_id: row?.incident_id, rule_id: mildRule, rule_version_id: mildVersion, at })
})

const engineer = () => plant.actor('reliability-engineer')

describe('the precision of a rule', () => {
  test('counts the orders of the window by what was found', async () => {
    const { total, window } = await rulePrecision(engineer(), { id: plant.ruleId, days: 30 })
    expect(total.outcomes).toEqual({ confirmed: 1, 'other-fault-found': 1, 'nothing-found': 1, 'sensor-fault': 1, 'process-change': 1, 'not-inspected': 0, unverified: 1 })
    expect(total).toMatchObject({ n: 4, right: 2, falseCalls: 2, precision: 0.5, apart: 2, duplicates: 1, calls: 6 })
    expect(Date.parse(window.to) - Date.parse(window.from)).toBe(30 * DAY)
  })

  test('reaches further back over a longer window', async () => {
    expect((await rulePrecision(engineer(), { id: plant.ruleId, days: 90 })).total).toMatchObject({ n: 5, falseCalls: 3, precision: 0.4 })
  })

  test('tells the lead time to the repair and to the failure, from the first alert', async () => {
    const { total } = await rulePrecision(engineer(), { id: plant.ruleId, days: 30 })
    expect(total.toRepair).toMatchObject({ n: 2, left: 0 })
    expect((total.toRepair.medianMs ?? 0) / HOUR).toBeCloseTo(10, 3)
    expect(total.toFailure).toMatchObject({ n: 1, left: 1 })
    expect((total.toFailure.medianMs ?? 0) / HOUR).toBeCloseTo(20, 2)
  })

  test('reckons what false calls cost: labour without waiting, and parts; and says what had no price or record', async () => {
    expect((await rulePrecision(engineer(), { id: plant.ruleId, days: 30 })).total.cost).toEqual({
      calls: 2, labourMs: 1.5 * HOUR, labour: '90.00', parts: '12.30', total: '102.30', withoutRecords: 1, unpricedParts: 1,
    })
  })

  test('has a rate by machine-month, over the time since it was published', async () => {
    const { total } = await rulePrecision(engineer(), { id: plant.ruleId, days: 365 })
    expect(total.assetMonths).toBeCloseTo(200 / 30, 1)
    expect(total.falsePerAssetMonth).toBeCloseTo(3 / (200 / 30), 1)
  })

  test('counts for every rule that took part, each from its own first firing', async () => {
    const { total } = await rulePrecision(engineer(), { id: mildRule, days: 30 })
    expect(total).toMatchObject({ n: 1, precision: 1, conversion: { n: 1, withOrder: 1 } })
    expect((total.toRepair.medianMs ?? 0) / HOUR).toBeCloseTo(13, 3)
  })

  test('is told by version and by machine', async () => {
    const { versions, machines } = await rulePrecision(engineer(), { id: plant.ruleId, days: 30 })
    expect(versions.map(({ version, figures }) => [version, figures.n])).toEqual([[2, 4]])
    expect(machines.map(({ tag, figures }) => [tag, figures.n])).toEqual([['CT-301', 4]])
  })

  test('says nothing to who may not read rules there', async () => {
    expect((await rulePrecision(plant.actor('technician', newId()), { id: plant.ruleId, days: 30 })).total.calls).toBe(0)
    await expect(rulePrecision(engineer(), { id: newId(), days: 30 })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('every figure opens its orders', () => {
  const numbers = async (raised: object): Promise<number> => (await listOrders(plant.actor('manager'), { raised, limit: 100 })).items.length
  test.each([['unverified'], ['confirmed'], ['nothing-found'], ['sensor-fault'], ['process-change'], ['not-inspected']] as const)('%s', async (outcome) => {
    const { total, window } = await rulePrecision(engineer(), { id: plant.ruleId, days: 30 })
    expect(await numbers({ ruleId: plant.ruleId, outcomes: [outcome], ...window })).toBe(total.outcomes[outcome])
  })
  test('all of them, by version, and of the milder rule too', async () => {
    const { total, window } = await rulePrecision(engineer(), { id: plant.ruleId, days: 365 })
    expect(await numbers({ ruleId: plant.ruleId, ...window })).toBe(total.calls)
    expect(await numbers({ ruleId: plant.ruleId, versionId: plant.versionId, ...window })).toBe(total.calls)
    expect(await numbers({ ruleId: plant.ruleId, assetId: plant.assetId, ...window })).toBe(total.calls)
    expect(await numbers({ ruleId: mildRule })).toBe(1)
    expect(await numbers({ classId: newId() })).toBe(0)
  })
  test('and the list says what it is narrowed to', async () => {
    const page = await listOrders(plant.actor('manager'), { raised: { ruleId: plant.ruleId, versionId: plant.versionId } })
    expect(page.raised).toEqual({ ruleName: 'Fan vibration by speed', version: 2, className: null, assetTag: null })
  })
})

describe('the board', () => {
  test('shows every rule with its state, and a class counts an order once', async () => {
    const { rules, classes } = await precisionBoard(engineer(), { days: 30 })
    expect(rules.filter(({ state }) => state === 'live').map(({ name, state, figures }) => [name, state, figures.n])).toEqual([['Fan vibration by speed', 'live', 4], ['Fan vibration rising', 'live', 1]])
    expect(classes.map(({ name, figures }) => [name, figures.n, figures.precision])).toEqual([['Fan', 4, 0.5]])
    expect(classes[0]?.figures.assetMonths).toBeCloseTo(1, 1)
  })
})

test('a window of days begins at midnight at the site: that moment is in it, the one before is not', async () => {
  const edge = { ruleId: newId(), versionId: newId() }
  await plant.insert('rule', { id: edge.ruleId, name: 'Edge', class_id: plant.classId, status: 'retired' })
  await plant.insert('rule_version', { id: edge.versionId, rule_id: edge.ruleId, version: 1, definition: {} })
  const { window } = await rulePrecision(engineer(), { id: edge.ruleId, days: 30 })
  const daysAgo = (at: number): number => (Date.now() - at) / DAY
  const first = startOfDay(window.from, 'Europe/Berlin')
  // A tenth of a second to each side: the clock goes on between here and the row.
  await call({ of: edge, verdict: 'confirmed', daysAgo: daysAgo(first + 100) })
  await call({ of: edge, verdict: 'nothing-found', daysAgo: daysAgo(first - 100) })
  await database.query('UPDATE incident SET rule_id = $1, rule_version_id = $2 WHERE id IN (SELECT incident_id FROM work_order WHERE rule_id = $1)', [edge.ruleId, edge.versionId])
  const count = async () => (await rulePrecision(engineer(), { id: edge.ruleId, days: 30 })).total
  expect((await count()).outcomes).toMatchObject({ confirmed: 1, 'nothing-found': 0 })
  await database.query('DELETE FROM transition WHERE rule_id = $1', [edge.ruleId])
  await database.query('UPDATE incident SET opened_at = $2 WHERE rule_id = $1 AND id IN (SELECT incident_id FROM work_order WHERE verdict = $3)', [edge.ruleId, new Date(first), 'confirmed'])
  await database.query('UPDATE incident SET opened_at = $2 WHERE rule_id = $1 AND id IN (SELECT incident_id FROM work_order WHERE verdict = $3)', [edge.ruleId, new Date(first - 1), 'nothing-found'])
  expect(await count(), 'to the millisecond').toMatchObject({ outcomes: { confirmed: 1, 'nothing-found': 0 }, conversion: { n: 1 } })
})

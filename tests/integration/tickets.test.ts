import { beforeEach, describe, expect, test } from 'vitest'
import { acknowledge } from '#server/modules/incidents/index.ts'
import { growTrends } from '#server/flows/grow-evidence.ts'
import { reconcileTickets } from '#server/flows/reconcile-tickets.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { FOUND, orderPlant, type OrderPlant } from './support/order-plant.ts'
import { ago, ticketHelpers } from './support/ticket-helpers.ts'

const database = useTestDatabase()
let plant: OrderPlant
beforeEach(async () => { plant = await orderPlant(database) })

const { ensure, set, orders, alarmOf, audits, ticket, work } = ticketHelpers(database, () => plant)

describe('a ticket is born', () => {
  test('with words, history, audit, alarm and frozen evidence', async () => {
    const openedAt = new Date('2026-03-01T10:00:00.000Z')
    const [org] = await database.query<{ no: number }>('SELECT no FROM organization WHERE id = $1', [plant.orgId])
    // Two readings a minute from an hour before the breach to ten minutes after it.
    await database.query(
      `INSERT INTO telemetry.reading (point_no, org_no, ts, value)
       SELECT p.no, $3, $4::timestamptz + n * interval '30 seconds', CASE WHEN p.no = $1 THEN CASE WHEN n < 0 THEN 0.1 ELSE 2.0 END ELSE 80 END
       FROM generate_series(-240, 20) AS n, unnest(ARRAY[$1::int, $2::int]) AS p(no)`,
      [plant.pointNo, plant.speedNo, org?.no, openedAt],
    )
    const { incidentId, orderId } = await ticket({ openedAt, priority: 2 })
    const view = await plant.get(orderId)
    expect(view.order).toMatchObject({
      number: 'WO-000001', status: 'approved', kind: 'predictive', source: 'condition', priority: 2, failureMode: 'VIB', verdict: null, proposeClose: false,
      title: 'CT-301 Cooling-tower fan: Vibration above its limit',
      description: 'Vibration was 2.09 g, limit 0.5 g for 30 s, at Speed 80 %. Raised by the rule "Fan vibration by speed", version 2.',
      text: { title: { key: 'ticket.title.above', params: { assetTag: 'CT-301', pointName: 'Vibration' } } },
    })
    expect(view).toMatchObject({
      rule: { name: 'Fan vibration by speed', version: 2 },
      incident: { id: incidentId, state: 'open', alarm: 'unacknowledged-active' },
      history: [{ type: 'created', actor: null, fromStatus: null, toStatus: 'approved', data: { reason: 'no-order-for-this-problem', cause: 'opened', approvedByPolicy: true } }],
      choices: { items: [{ code: 'BLADES', name: 'Blades' }], suggested: { itemCode: 'BLADES', modeCode: 'VIB', effect: 'averted' } },
    })
    expect(await audits(orderId)).toEqual([{ action: 'work-order.created', actor_type: 'system' }])
    const evidence = view.evidence[0]?.data
    expect(evidence).toMatchObject({
      firedAt: openedAt.toISOString(), value: 2.09, limit: 0.5, peak: { value: 3.23 }, gateValue: 80, priority: 2, asset: { tag: 'CT-301', credit: 'a data set' },
      rule: { version: 2, definition: { forMs: 30_000 } }, additions: [],
      limits: [{ value: 0.18, side: 'above', clear: null, band: { from: 45, to: 75 } }, { value: 0.5, side: 'above', clear: 0.4, band: { from: 80, to: 100 } }],
      trend: { point: { key: 'CT-301.acc', unit: '[g]' } }, gate: { point: { key: 'CT-301.speed', unit: '%' } },
    })
    const points = evidence?.trend.points ?? []
    expect(points).toHaveLength(120 + 21)
    expect(points.every(([t, min, max]) => (t < openedAt.getTime() ? max === 0.1 : min === 2))).toBe(true)
    expect(evidence?.gate?.points).toHaveLength(120 + 21)
  })

  test('a low one waits for approval; policy approves it when it gets worse', async () => {
    const { incidentId, orderId } = await ticket({ priority: 4 })
    expect((await plant.get(orderId)).order.status).toBe('requested')
    await set(incidentId, 'priority = 3')
    await ensure(incidentId, 'escalated')
    expect((await plant.get(orderId)).order).toMatchObject({ status: 'approved', priority: 3 })
  })

  test('an episode that is over already, and one that happened offline, are marked', async () => {
    const { orderId } = await ticket({ openedAt: ago(3), resolvedAt: ago(2), happenedOffline: true })
    expect((await plant.get(orderId)).order).toMatchObject({ proposeClose: true, happenedOffline: true })
  })

  test('maintenance raises none, until it is over and the fault still stands', async () => {
    const incidentId = await plant.incident({ suppressed: 'belt change' })
    expect(await ensure(incidentId)).toMatchObject({ decision: 'skip', reason: 'suppressed' })
    expect(await alarmOf(incidentId)).toBe('suppressed')
    await set(incidentId, 'suppressed = false, suppressed_reason = NULL')
    expect(await ensure(incidentId, 'unsuppressed')).toMatchObject({ decision: 'create' })
    expect(await alarmOf(incidentId)).toBe('unacknowledged-active')
  })

  test('an incident that does not exist here raises none', async () => {
    const other = await orderPlant(database, 'other')
    expect(await ensure(await other.incident())).toMatchObject({ decision: 'skip', reason: 'no-such-incident' })
  })

  test('on failure nothing is changed', async () => {
    const incidentId = await plant.incident()
    await database.query('UPDATE incident SET point_no = -1 WHERE id = $1', [incidentId])
    await expect(ensure(incidentId)).rejects.toThrow('point -1')
    expect(await orders()).toEqual([])
    expect(await alarmOf(incidentId)).toBeUndefined()
  })
})

describe('one problem, one ticket', () => {
  test('messages that come again, late or in the wrong order change nothing more', async () => {
    const { incidentId, orderId } = await ticket()
    await set(incidentId, `priority = 2, last_at = now()`)
    await ensure(incidentId, 'escalated')
    await set(incidentId, `state = 'resolved', resolved_at = now()`)
    await ensure(incidentId, 'resolved')
    const before = await plant.get(orderId)
    expect(before.order).toMatchObject({ priority: 2, proposeClose: true })
    expect(before.history.map((event) => [event.type, event.data.reason])).toEqual([['created', 'no-order-for-this-problem'], ['priority-raised', 'worse'], ['close-proposed', 'went-away-before-work']])
    expect(before.evidence[0]?.data?.additions.map((addition) => [addition.state, addition.priority])).toEqual([['open', 2], ['resolved', 2]])
    for (const cause of ['resolved', 'opened', 'escalated', 'opened'] as const) expect(await ensure(incidentId, cause)).toMatchObject({ decision: 'skip', reason: 'already-on-the-order' })
    expect(await plant.get(orderId)).toEqual({ ...before, labour: expect.anything() as unknown })
  })

  test('further episodes add their evidence to the same order', async () => {
    const first = await ticket({ openedAt: ago(5), resolvedAt: ago(4) })
    const second = await plant.incident({ openedAt: ago(1) })
    expect(await ensure(second)).toMatchObject({ decision: 'append-evidence', reason: 'new-episode', ticketId: first.orderId })
    const view = await plant.get(first.orderId)
    expect(view.order.proposeClose).toBe(false)
    expect(view.incident?.id).toBe(second)
    expect(view.evidence.map((one) => one.incidentId)).toEqual([first.incidentId, second])
    expect(await orders()).toHaveLength(1)
  })

  test('while closing is proposed, what comes and goes adds evidence and raises the order, but asks no second time', async () => {
    const first = await ticket({ openedAt: ago(9), resolvedAt: ago(8) })
    const others = [await plant.incident({ openedAt: ago(7), resolvedAt: ago(6) }), await plant.incident({ openedAt: ago(5), resolvedAt: ago(4), priority: 1 })]
    for (const other of others) expect(await ensure(other, 'resolved')).toMatchObject({ decision: 'append-evidence', reason: 'came-and-went', ticketId: first.orderId })
    const view = await plant.get(first.orderId)
    expect(view).toMatchObject({ order: { proposeClose: true, priority: 1 }, incident: { id: others[1] }, proposals: ['close'] })
    expect(view.history.map(({ type, data }) => [type, data.reason, data.raisedTo])).toEqual([
      ['created', 'no-order-for-this-problem', undefined], ['evidence-added', 'came-and-went', undefined], ['evidence-added', 'came-and-went', 1],
    ])
    expect(view.evidence.map(({ episode }) => [episode.state, episode.priority, episode.rule.version])).toEqual([['resolved', 3, 2], ['resolved', 3, 2], ['resolved', 1, 2]])
    // One that is heard of late is not what the order is about.
    await ensure(await plant.incident({ openedAt: ago(8), resolvedAt: ago(7.5) }), 'resolved')
    expect((await plant.get(first.orderId)).incident?.id).toBe(others[1])
    // It stands again: the question is withdrawn, and asked again when that is over.
    const again = await plant.incident({ openedAt: ago(1) })
    await ensure(again)
    expect((await plant.get(first.orderId)).proposals).toEqual([])
    await set(again, `state = 'resolved', resolved_at = now()`)
    expect(await ensure(again, 'resolved')).toMatchObject({ decision: 'propose-close' })
  })

  test('another failure mode of the same machine is another problem', async () => {
    await ticket()
    expect(await ensure(await plant.incident({ key: `${plant.assetId}:BRD`, failureMode: 'BRD' }))).toMatchObject({ decision: 'create' })
  })
})

test('a ticket that is made after a worse rule took over shows the moment when that one fired', async () => {
  const openedAt = new Date('2026-03-01T10:00:00.000Z')
  const worseAt = new Date('2026-03-01T20:00:00.000Z')
  await database.query(
    `INSERT INTO telemetry.reading (point_no, org_no, ts, value)
     SELECT $1, o.no, $3::timestamptz + n * interval '1 minute', CASE WHEN n < 600 THEN 0.3 ELSE 2.09 END FROM generate_series(-60, 630) AS n, organization o WHERE o.id = $2`,
    [plant.pointNo, plant.orgId, openedAt],
  )
  const incidentId = await plant.incident({ openedAt, lastAt: new Date(worseAt.getTime() + 30 * 60_000) })
  // The leading rule fired twice in this episode; the first time counts.
  for (const [at, minutes] of [[worseAt, 0], [worseAt, 20]] as const) {
    await database.query(
      `INSERT INTO transition (org_id, id, rule_id, rule_version_id, point_no, asset_id, incident_id, at, from_phase, to_phase, reason, inbox_no)
       SELECT org_id, $2, rule_id, rule_version_id, point_no, asset_id, id, $3::timestamptz, 'pending', 'firing', 'held', 0 FROM incident WHERE id = $1`,
      [incidentId, newId(), new Date(at.getTime() + minutes * 60_000)],
    )
  }
  const { ticketId } = await ensure(incidentId, 'escalated')
  const evidence = (await plant.get(ticketId ?? '')).evidence[0]?.data
  expect(evidence).toMatchObject({ firedAt: worseAt.toISOString(), value: 2.09, limit: 0.5 })
  const broken = evidence?.trend.points.filter(([, , max]) => max > 0.5) ?? []
  expect(broken.map(([t]) => t)[0]).toBe(worseAt.getTime())
})

test('the frozen trend follows the breach while it goes on, to the end of its window', async () => {
  const openedAt = new Date('2026-03-01T10:00:00.000Z')
  const minute = (n: number): Date => new Date(openedAt.getTime() + n * 60_000)
  const read = (from: number, to: number, value: number) => database.query(
    `INSERT INTO telemetry.reading (point_no, org_no, ts, value) SELECT $1, o.no, $3::timestamptz + n * interval '1 minute', $4 FROM generate_series($5::int, $6::int) AS n, organization o WHERE o.id = $2`,
    [plant.pointNo, plant.orgId, openedAt, value, from, to],
  )
  const trend = async () => (await plant.get(orderId)).evidence[0]?.data?.trend.points ?? []
  await read(-90, 1, 1)
  const { incidentId, orderId } = await ticket({ openedAt })
  expect(await trend()).toHaveLength(62)
  expect(await growTrends()).toBe(0)
  await read(2, 30, 2)
  await set(incidentId, 'last_at = $2, peak_value = 9', minute(30))
  expect(await growTrends()).toBe(1)
  expect(await trend()).toHaveLength(91)
  expect((await plant.get(orderId)).evidence[0]?.data?.peak.value).toBe(9)
  await read(31, 90, 3)
  await set(incidentId, 'last_at = $2', minute(90))
  expect(await growTrends()).toBe(1)
  expect((await trend()).at(-1)).toEqual([minute(60).getTime(), 3, 3, 3])
  // The window is full, and readings that retention drops later stay on the ticket.
  expect(await growTrends()).toBe(0)
  await database.query('DELETE FROM telemetry.reading WHERE point_no = $1', [plant.pointNo])
  await set(incidentId, `state = 'resolved', resolved_at = now()`)
  await ensure(incidentId, 'resolved')
  expect(await trend()).toHaveLength(121)
})

describe('closing a condition order', () => {
  test('a technician closes it directly with a verdict, which stands against incident and rule version; the alarm is settled', async () => {
    const { incidentId, orderId } = await ticket()
    await plant.run('technician', orderId, { name: 'start', payload: {} })
    expect(await alarmOf(incidentId)).toBe('acknowledged-active')
    await expect(plant.run('technician', orderId, { name: 'close', payload: {} })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'verdict' } })
    await set(incidentId, `state = 'resolved', resolved_at = now()`)
    await plant.run('technician', orderId, { name: 'close', payload: FOUND })
    expect(await alarmOf(incidentId)).toBe('normal')
    const [row] = await database.query('SELECT status, verdict, incident_id, rule_version_id FROM work_order WHERE id = $1', [orderId])
    expect(row).toEqual({ status: 'closed', verdict: 'confirmed', incident_id: incidentId, rule_version_id: plant.versionId })
    expect((await audits(orderId)).map((one) => one.action)).toEqual(['work-order.created', 'work-order.started', 'work-order.closed'])
  })

  test('what went away before work is closed by answering the proposal, with a verdict', async () => {
    const { incidentId, orderId } = await ticket({ openedAt: ago(3), resolvedAt: ago(2) })
    await expect(plant.run('technician', orderId, { name: 'acceptProposal', payload: { proposal: 'close', accept: true } })).rejects.toMatchObject({ facts: { field: 'verdict' } })
    await plant.run('technician', orderId, { name: 'acceptProposal', payload: { proposal: 'close', accept: true, verdict: 'not-inspected' } })
    expect((await plant.get(orderId)).order).toMatchObject({ status: 'closed', verdict: 'not-inspected' })
    expect(await alarmOf(incidentId)).toBe('normal')
  })

  test('a machine that had lost its function is returned to service by an answer', async () => {
    const { orderId } = await ticket()
    await work(orderId, 'close', { ...FOUND, effect: 'functional-failure', functionLostAt: ago(2) })
    expect((await plant.get(orderId)).proposals).toEqual(['return-to-service'])
    await plant.run('technician', orderId, { name: 'acceptProposal', payload: { proposal: 'return-to-service', accept: true } })
    expect(await plant.get(orderId)).toMatchObject({ order: { status: 'closed', returnedAt: expect.any(String) as unknown }, proposals: [] })
  })
})

describe('alarms', () => {
  test('acknowledging stays when the incident goes, and repeating it changes nothing', async () => {
    const { incidentId } = await ticket()
    expect(await acknowledge(plant.actor('technician'), { id: incidentId })).toEqual({ id: incidentId, alarm: 'acknowledged-active' })
    expect(await acknowledge(plant.actor('supervisor'), { id: incidentId })).toEqual({ id: incidentId, alarm: 'acknowledged-active' })
    expect(await audits(incidentId)).toEqual([{ action: 'incident.acknowledged', actor_type: 'person' }])
    const [alarm] = await database.query<{ acknowledged_by: string }>('SELECT acknowledged_by FROM alarm WHERE incident_id = $1', [incidentId])
    expect(alarm?.acknowledged_by).toBe(plant.people.technician)
    await set(incidentId, `state = 'resolved', resolved_at = now()`)
    await ensure(incidentId, 'resolved')
    expect(await alarmOf(incidentId)).toBe('normal')
  })
  test('one that nobody has seen stays in view when the incident goes', async () => {
    const { incidentId } = await ticket()
    await set(incidentId, `state = 'resolved', resolved_at = now()`)
    await ensure(incidentId, 'resolved')
    expect(await alarmOf(incidentId)).toBe('unacknowledged-returned')
  })
  test('whoever may not handle incidents of the site cannot acknowledge', async () => {
    const { incidentId } = await ticket()
    await expect(acknowledge(plant.actor('planner'), { id: incidentId })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(acknowledge(plant.actor('technician', newId()), { id: incidentId })).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('reconciling finds the incident whose message was lost, and leaves alone what is rightly without a ticket', async () => {
  const old = async (id: string): Promise<string> => {
    await database.query(`UPDATE incident SET created_at = now() - interval '1 hour' WHERE id = $1`, [id])
    return id
  }
  const lost = await old(await plant.incident({ openedAt: ago(1) }))
  await old(await plant.incident({ openedAt: ago(1), key: 'suppressed', suppressed: 'stop' }))
  const falseAlarm = await ticket({ openedAt: ago(3), key: 'false-alarm' })
  await work(falseAlarm.orderId, 'close', { verdict: 'nothing-found' })
  await old(falseAlarm.incidentId)
  await plant.incident({ key: 'young' })
  await reconcileTickets()
  const rows = await database.query<{ incident_id: string }>(`SELECT incident_id FROM work_order WHERE org_id = $1 AND status <> 'closed'`, [plant.orgId])
  expect(rows.map((row) => row.incident_id)).toEqual([lost])
})

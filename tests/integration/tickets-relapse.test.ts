import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'
import { ago, hence, ticketHelpers } from './support/ticket-helpers.ts'

const database = useTestDatabase()
let plant: OrderPlant
beforeEach(async () => { plant = await orderPlant(database) })

const { ensure, set, orders, ticket, work, finished } = ticketHelpers(database, () => plant)

describe('after the repair', () => {
  test('a relapse on completed work asks whether the repair held; "no" reopens the order', async () => {
    const { incidentId, orderId } = await ticket()
    await work(orderId, 'complete')
    await finished(orderId, ago(2))
    await set(incidentId, `state = 'resolved', resolved_at = now() - interval '2 hours'`)
    const relapse = await plant.incident({ openedAt: ago(1) })
    expect(await ensure(relapse)).toMatchObject({ decision: 'ask-repair-did-not-hold', ticketId: orderId })
    expect(await plant.get(orderId)).toMatchObject({ order: { repairInDoubt: true }, proposals: ['repair-did-not-hold'], incident: { id: relapse } })
    await plant.run('technician', orderId, { name: 'acceptProposal', payload: { proposal: 'repair-did-not-hold', accept: true } })
    expect((await plant.get(orderId)).order).toMatchObject({ status: 'approved', repairInDoubt: false, verdict: null })
    expect(await ensure(relapse)).toMatchObject({ decision: 'skip', reason: 'already-on-the-order' })
  })

  test('"it held" is respected, and what stands when the order is closed gets a ticket of its own', async () => {
    const { incidentId, orderId } = await ticket()
    await set(incidentId, `state = 'resolved', resolved_at = now() - interval '2 hours'`)
    await work(orderId, 'complete')
    await finished(orderId, ago(2))
    const other = await plant.incident({ openedAt: ago(1) })
    await ensure(other)
    await plant.run('technician', orderId, { name: 'acceptProposal', payload: { proposal: 'repair-did-not-hold', accept: false } })
    await set(other, 'priority = 2')
    expect(await ensure(other, 'escalated')).toMatchObject({ decision: 'skip', reason: 'a-person-says-the-repair-holds' })
    await plant.run('planner', orderId, { name: 'close', payload: {} })
    // Closing leaves a message for every episode that still stands.
    const messages = await database.query<{ payload: { incidentId: string } }>(`SELECT payload FROM outbox WHERE topic = 'incident.changed' AND org_id = $1`, [plant.orgId])
    expect(messages.map((row) => row.payload.incidentId)).toEqual([other])
    expect(await ensure(other)).toMatchObject({ decision: 'create', reason: 'a-person-says-it-is-new' })
    expect((await orders()).map((order) => order.status)).toEqual(['closed', 'approved'])
  })

  test('a relapse within the hold-off reopens the closed order, evidence and all; again after the next repair', async () => {
    const { incidentId, orderId } = await ticket({ openedAt: ago(100), resolvedAt: ago(99) })
    await work(orderId, 'close')
    await finished(orderId, ago(98))
    const relapse = await plant.incident({ openedAt: ago(50), resolvedAt: ago(49), priority: 2 })
    expect(await ensure(relapse)).toMatchObject({ decision: 'reopen', reason: 'relapse-within-hold-off', ticketId: orderId })
    const view = await plant.get(orderId)
    expect(view.order).toMatchObject({ status: 'approved', priority: 2, verdict: null, workFinishedAt: null, closedAt: null })
    expect(view.history.at(-1)).toMatchObject({ type: 'reopened', fromStatus: 'closed', toStatus: 'approved', actor: null, data: { incidentId: relapse } })
    expect(view.evidence.map((one) => one.incidentId)).toEqual([incidentId, relapse])
    expect(await ensure(relapse)).toMatchObject({ decision: 'skip', reason: 'already-on-the-order' })
    await work(orderId, 'close')
    await finished(orderId, ago(40))
    expect(await ensure(await plant.incident({ openedAt: ago(1) }))).toMatchObject({ decision: 'reopen', ticketId: orderId })
    expect(await orders()).toHaveLength(1)
  })

  test('once costs are posted, a relapse makes a new, linked order with the evidence', async () => {
    const { orderId } = await ticket({ openedAt: ago(9), resolvedAt: ago(8) })
    await work(orderId, 'close')
    await finished(orderId, ago(7))
    await database.query('UPDATE work_order SET costs_posted_at = now() WHERE id = $1', [orderId])
    const relapse = await plant.incident({ openedAt: ago(1) })
    const { decision, ticketId } = await ensure(relapse)
    expect(decision).toBe('reopen')
    expect(ticketId).not.toBe(orderId)
    expect(await plant.get(ticketId ?? '')).toMatchObject({ order: { status: 'approved', source: 'condition' }, incident: { id: relapse }, evidence: [{ incidentId: relapse }], links: [{ id: orderId, relation: 'follows' }] })
    expect(await ensure(relapse)).toMatchObject({ decision: 'skip' })
  })

  test.each(['nothing-found', 'sensor-fault', 'process-change'] as const)('a verdict of %s is respected within the hold-off, unless it gets worse', async (verdict) => {
    const { orderId } = await ticket({ openedAt: ago(9), resolvedAt: ago(8) })
    await work(orderId, 'close', { verdict })
    await finished(orderId, ago(7))
    expect(await ensure(await plant.incident({ openedAt: ago(4), resolvedAt: ago(3) }))).toMatchObject({ decision: 'skip', reason: 'false-alarm-respected' })
    expect(await ensure(await plant.incident({ openedAt: ago(1), priority: 1 }))).toMatchObject({ decision: 'reopen', ticketId: orderId })
  })

  test('after the hold-off it is a new order, which shows the earlier case', async () => {
    const { orderId } = await ticket({ openedAt: ago(300), resolvedAt: ago(299) })
    await work(orderId, 'close')
    await finished(orderId, ago(298))
    const { decision, ticketId } = await ensure(await plant.incident({ openedAt: ago(1) }))
    expect(decision).toBe('create')
    expect((await plant.get(ticketId ?? '')).evidence[0]?.data?.similar).toMatchObject([{ number: 'WO-000001', verdict: 'confirmed', itemCode: 'BLADES', activityCode: 'CLEAN', peak: 3.23 }])
  })

  test('last week replayed reopens nothing', async () => {
    const { incidentId, orderId } = await ticket({ openedAt: ago(9), resolvedAt: ago(8) })
    await work(orderId, 'close')
    expect(await ensure(incidentId)).toMatchObject({ decision: 'skip', reason: 'went-away' })
    expect(await ensure(await plant.incident({ openedAt: ago(7), resolvedAt: ago(6) }))).toMatchObject({ decision: 'skip', reason: 'began-before-the-repair' })
    expect(await orders()).toMatchObject([{ status: 'closed' }])
  })

  test('a person who cancels is respected, unless it gets worse', async () => {
    const { incidentId, orderId } = await ticket()
    await plant.run('supervisor', orderId, { name: 'cancel', payload: { reason: 'machine goes out of use' } })
    expect(await ensure(incidentId)).toMatchObject({ decision: 'skip', reason: 'a-person-decided' })
    await set(incidentId, `priority = 1, last_at = now() + interval '1 second'`)
    expect(await ensure(incidentId, 'escalated')).toMatchObject({ decision: 'create', reason: 'worse-than-decided' })
    expect(await ensure(incidentId, 'escalated')).toMatchObject({ decision: 'skip' })
    expect((await orders()).map((order) => order.status)).toEqual(['cancelled', 'approved'])
  })
})

describe('put off', () => {
  test('"not now" holds until its date, and one step up breaks it', async () => {
    const { incidentId, orderId } = await ticket({ openedAt: ago(5), resolvedAt: ago(4) })
    await plant.run('manager', orderId, { name: 'defer', payload: { reason: 'next stop', until: hence(48) } })
    expect(await ensure(await plant.incident({ openedAt: ago(3), resolvedAt: ago(2) }))).toMatchObject({ decision: 'append-evidence', reason: 'came-and-went' })
    const second = await plant.incident({ openedAt: ago(1) })
    expect(await ensure(second)).toMatchObject({ decision: 'append-evidence', reason: 'put-off' })
    expect((await plant.get(orderId)).order.deferral).not.toBeNull()
    await set(second, 'priority = 2')
    expect(await ensure(second, 'escalated')).toMatchObject({ decision: 'raise-priority', reason: 'priority-breaks-deferral' })
    expect((await plant.get(orderId)).order).toMatchObject({ deferral: null, priority: 2 })
    expect(incidentId).not.toBe(second)
  })
  test('a safety-related problem is not put off', async () => {
    const { orderId } = await ticket({ key: `${plant.assetId}:GAS`, failureMode: 'GAS' })
    await expect(plant.run('manager', orderId, { name: 'defer', payload: { reason: 'next stop', until: hence(1) } })).rejects.toMatchObject({ code: 'illegal-transition' })
    expect((await plant.get(orderId)).allowed).not.toContain('defer')
  })
})

test('a closed order is not reopened beside another open one for the same problem', async () => {
  const { orderId } = await ticket({ openedAt: ago(300), resolvedAt: ago(299) })
  await work(orderId, 'close')
  await finished(orderId, ago(298))
  await ticket({ openedAt: ago(1) })
  await expect(plant.run('supervisor', orderId, { name: 'reopen', payload: { reason: 'look again' } })).rejects.toMatchObject({ code: 'conflict' })
})

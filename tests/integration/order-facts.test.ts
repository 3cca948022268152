import { beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '#server/core/work-orders/commands.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
let partId = ''
beforeAll(async () => {
  plant = await orderPlant(database)
  partId = newId()
  await plant.insert('part', { id: partId, number: 'BRG-6205', name: 'Bearing', unit: 'pc' })
})

const done = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' } as const
const start: Command = { name: 'start', payload: {} }
const take = (quantity: string, more: object = {}): Command => ({ name: 'usePart', payload: { partId, quantity, ...more } })
const MINUTE = 60_000
// One minute for the whole file: a test that runs into the next one means the same instants.
const BEGUN = Math.floor(Date.now() / MINUTE) * MINUTE
const ago = (minutes: number): Date => new Date(BEGUN - minutes * MINUTE)
const running = async (id: string): Promise<string[]> => (await plant.get(id)).labour.entries.filter((entry) => entry.endedAt === null).map((entry) => entry.person.name)

describe('parts', () => {
  test('are taken, put back and shown as they were told; what was written stays', async () => {
    const id = await plant.order()
    await plant.run('technician', id, start)
    const useId = newId()
    await plant.run('technician', id, take('2.5'), useId)
    await plant.run('technician', id, { name: 'returnPart', payload: { useId, quantity: '0.5' } })
    await plant.run('technician', id, { name: 'usePart', payload: { description: 'a bolt from the van', quantity: '4', unit: 'pc' } })
    const { parts, history } = await plant.get(id)
    expect(parts.map(({ kind, name, quantity, unit, by, late }) => [kind, name, quantity, unit, by, late])).toEqual([
      ['taken', 'Bearing', '2.5', 'pc', 'technician', false], ['returned', 'Bearing', '0.5', 'pc', 'technician', false], ['taken', 'a bolt from the van', '4', 'pc', 'technician', false],
    ])
    expect(history.slice(-3).map((event) => [event.type, event.data['name'], event.data['quantity']])).toEqual([
      ['part-used', 'Bearing', '2.5'], ['part-returned', 'Bearing', '0.5'], ['part-used', 'a bolt from the van', '4'],
    ])
  })

  test('one operation takes once, however often it is sent', async () => {
    const id = await plant.order()
    const opId = newId()
    const results = await Promise.all(Array.from({ length: 10 }, () => plant.run('technician', id, take('1'), opId)))
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect((await plant.get(id)).parts).toHaveLength(1)
  })

  test('a part that is in the hand is never refused: after the end it is a late entry', async () => {
    const id = await plant.order('supervisor')
    await plant.run('technician', id, start)
    await plant.run('technician', id, { name: 'complete', payload: done })
    await plant.run('planner', id, { name: 'close', payload: {} })
    const before = (await plant.get(id)).order
    await plant.run('technician', id, take('1'))
    const after = await plant.get(id)
    expect(after.parts).toMatchObject([{ name: 'Bearing', quantity: '1', late: true }])
    expect(after.history.at(-1)).toMatchObject({ type: 'part-used', fromStatus: 'closed', toStatus: 'closed', data: { late: true } })
    expect({ ...after.order, version: 0, updatedAt: '' }).toEqual({ ...before, version: 0, updatedAt: '' })
  })

  test('the kit says what to take along; one tap uses it, and two people who take the same have both taken', async () => {
    const id = await plant.order()
    const planned = newId()
    await plant.run('planner', id, { name: 'planPart', payload: { partId, quantity: '3' } }, planned)
    await plant.run('planner', id, { name: 'planPart', payload: { plannedPartId: planned, quantity: '2' } })
    await plant.run('technician', id, { name: 'usePart', payload: { fromKit: planned, quantity: '1' } })
    expect((await plant.get(id)).kit).toMatchObject([{ id: planned, name: 'Bearing', quantity: '2', rest: '1' }])
    await Promise.all([plant.run('technician', id, { name: 'usePart', payload: { fromKit: planned, quantity: '1' } }), plant.run('supervisor', id, { name: 'usePart', payload: { fromKit: planned, quantity: '1' } })])
    const { kit, parts } = await plant.get(id)
    expect([kit[0]?.rest, parts.length]).toEqual(['0', 3])
    await plant.run('planner', id, { name: 'planPart', payload: { plannedPartId: planned, quantity: '2', remove: true } })
    expect((await plant.get(id)).kit).toEqual([])
    // A tablet that had not heard of it still takes it.
    await plant.run('technician', id, { name: 'usePart', payload: { fromKit: planned, quantity: '1' } })
    expect((await plant.get(id)).parts).toHaveLength(4)
  })

  test('a part that nobody knows is not found', async () => {
    const id = await plant.order()
    await expect(plant.run('technician', id, { name: 'usePart', payload: { partId: newId(), quantity: '1' } })).rejects.toMatchObject({ code: 'not-found' })
    await expect(plant.run('technician', id, { name: 'usePart', payload: { quantity: '1' } })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'partId' } })
    await expect(plant.run('technician', id, { name: 'returnPart', payload: { useId: newId(), quantity: '1' } })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('time', () => {
  test('is logged without a timer, and corrected by whoever worked or verifies; the former stays in the history', async () => {
    const id = await plant.order()
    const entry = newId()
    await plant.run('technician', id, { name: 'logTime', payload: { minutes: 30 } }, entry)
    const correct = (role: 'technician' | 'contractor' | 'supervisor', from: number): ReturnType<OrderPlant['run']> =>
      plant.run(role, id, { name: 'correctTime', payload: { labourId: entry, startedAt: ago(from), endedAt: ago(0), activity: 'diagnostic' } })
    await correct('technician', 60)
    await expect(correct('contractor', 90)).rejects.toMatchObject({ code: 'forbidden' })
    await correct('supervisor', 120)
    const { labour, history } = await plant.get(id)
    expect(labour).toMatchObject({ hours: 2, entries: [{ id: entry, person: { name: 'technician' }, activity: 'diagnostic' }] })
    expect(history.at(-1)).toMatchObject({ type: 'time-corrected', actor: { name: 'supervisor' }, data: { whose: plant.people.technician, before: { startedAt: ago(60).toISOString() } } })
    await expect(plant.run('technician', id, { name: 'correctTime', payload: { labourId: newId(), startedAt: ago(9), endedAt: ago(8) } })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('without an entry, a correction adds one of one\'s own; also when the order has ended', async () => {
    const id = await plant.order()
    await plant.run('supervisor', id, { name: 'cancel', payload: { reason: 'not needed' } })
    await plant.run('technician', id, { name: 'correctTime', payload: { startedAt: ago(30), endedAt: ago(0) } })
    expect(await plant.get(id)).toMatchObject({ order: { status: 'cancelled' }, labour: { hours: 0.5, entries: [{ person: { name: 'technician' } }] } })
    expect((await plant.get(id)).history.at(-1)?.data).toMatchObject({ late: true })
  })

  test('runs on one job: beginning another stops it there, with a word in that order\'s history', async () => {
    const [first, second] = [await plant.order(), await plant.order()]
    await plant.run('technician', first, start)
    await plant.run('supervisor', first, { name: 'joinTimer', payload: {} })
    const began = await plant.run('technician', second, start)
    expect([await running(first), await running(second)]).toEqual([['supervisor'], ['technician']])
    const left = await plant.get(first)
    expect(left.order.status).toBe('in_progress')
    expect(left.history.at(-1)).toMatchObject({ type: 'timer-stopped', actor: { name: 'technician' }, data: { wentToNumber: began.number } })
    expect((await plant.get(second)).history.at(-1)).toMatchObject({ type: 'started', data: { left: [left.order.number] } })
    await plant.run('technician', first, { name: 'joinTimer', payload: {} })
    expect([await running(first), await running(second)]).toEqual([['supervisor', 'technician'], []])
  })

  test('two people who change places at once do not wait for each other, and nobody runs twice', async () => {
    const [a, b] = [await plant.order(), await plant.order()]
    await plant.run('technician', a, start)
    await plant.run('supervisor', b, start)
    for (let round = 0; round < 10; round++) {
      const [mine, his] = round % 2 === 0 ? [b, a] : [a, b]
      await Promise.all([plant.run('technician', mine, { name: 'joinTimer', payload: {} }), plant.run('supervisor', his, { name: 'joinTimer', payload: {} })])
    }
    expect([await running(a), await running(b)]).toEqual([['technician'], ['supervisor']])
    const rows = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM labour WHERE org_id = $1 AND ended_at IS NULL AND person_id = ANY($2) GROUP BY person_id`, [plant.orgId, [plant.people.technician, plant.people.supervisor]])
    expect(rows).toEqual([{ n: 1 }, { n: 1 }])
  })

  test('one person on two tablets at once has one job', async () => {
    const [a, b] = [await plant.order(), await plant.order()]
    await Promise.all([plant.run('technician', a, start), plant.run('technician', b, start)])
    expect([...(await running(a)), ...(await running(b))]).toEqual(['technician'])
  })

  test('what began earlier and arrives later ends where the other began', async () => {
    const { runOrderCommand } = await import('#server/flows/run-order-command.ts')
    const [a, b] = [await plant.order(), await plant.order()]
    const send = (id: string, minutes: number) => runOrderCommand(plant.actor('technician'), { id, opId: newId(), version: 1, command: start, at: ago(minutes) })
    for (const { work_order_id: id } of await database.query<{ work_order_id: string }>('SELECT work_order_id FROM labour WHERE org_id = $1 AND person_id = $2 AND ended_at IS NULL', [plant.orgId, plant.people.technician]))
      await plant.run('technician', id, { name: 'stopTimer', payload: {} })
    await send(b, 10)
    await send(a, 30)
    expect([await running(a), await running(b)]).toEqual([[], ['technician']])
    expect((await plant.get(a)).labour.entries).toMatchObject([{ startedAt: ago(30).toISOString(), endedAt: ago(10).toISOString() }])
    // His own word of when he stopped, which comes last, holds.
    await runOrderCommand(plant.actor('technician'), { id: a, opId: newId(), version: 1, command: { name: 'stopTimer', payload: {} }, at: ago(20) })
    expect((await plant.get(a)).labour.entries).toMatchObject([{ endedAt: ago(20).toISOString() }])
    expect(await running(b)).toEqual(['technician'])
  })
})

describe('a standstill', () => {
  test('begins open, gets its end when the work is done, and names a reason', async () => {
    const id = await plant.order()
    const downtimeId = newId()
    const from = ago(120)
    await plant.run('technician', id, start)
    await plant.run('technician', id, { name: 'recordDowntime', payload: { from, reason: 'breakdown', planned: false } }, downtimeId)
    expect((await plant.get(id)).downtime).toMatchObject([{ id: downtimeId, from: from.toISOString(), to: null, proposedEnd: null, reason: 'breakdown', planned: false, by: 'technician' }])
    await plant.run('technician', id, { name: 'complete', payload: done })
    const { downtime, order } = await plant.get(id)
    expect(downtime[0]?.proposedEnd).toBe(order.workFinishedAt)
    const to = new Date(downtime[0]?.proposedEnd ?? '')
    await plant.run('technician', id, { name: 'recordDowntime', payload: { downtimeId, from, to, reason: 'repair', planned: false } })
    expect(await plant.get(id)).toMatchObject({ downtime: [{ to: to.toISOString(), proposedEnd: null, reason: 'repair' }] })
    expect((await plant.get(id)).history.at(-1)?.data).toMatchObject({ before: { reason: 'breakdown', toAt: null }, late: true })
  })

  test('takes the organization\'s own reasons once it has some', async () => {
    const id = await plant.order()
    const record = (reason: string): ReturnType<OrderPlant['run']> => plant.run('technician', id, { name: 'recordDowntime', payload: { from: ago(9), reason, planned: true } })
    await expect(record('siesta')).rejects.toMatchObject({ code: 'invalid', facts: { field: 'reason' } })
    await plant.insert('downtime_reason', { code: 'siesta', name: 'Siesta' })
    await record('siesta')
    await expect(record('breakdown')).rejects.toMatchObject({ code: 'invalid', facts: { field: 'reason' } })
    expect((await plant.get(id)).downtimeReasons).toEqual([{ code: 'siesta', name: 'Siesta' }])
  })
})

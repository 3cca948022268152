import { describe, expect, test } from 'vitest'
import { reconcileTickets } from '#server/flows/reconcile-tickets.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { alarmPlant, HOT, type AlarmPlant, type StoredIncident } from './support/alarm-plant.ts'

const database = useTestDatabase()
const T0 = Math.floor(Date.now() / 1000) * 1000 - 900_000
const machines = (from: number, to: number, value = 90): Record<string, number> => Object.fromEntries(Array.from({ length: to - from }, (_, i) => [String(from + i), value]))

const parentsOf = (incidents: readonly StoredIncident[]): string[] => [...new Set(incidents.flatMap((one) => one.parentId ?? []))]
const open = async (plant: AlarmPlant) => (await plant.orders()).filter((order) => order.status !== 'cancelled')
const folded = (plant: AlarmPlant) =>
  database.query<{ count: number; machines: number; all: string[] }>(
    `SELECT (data->>'count')::int AS count, (data->>'machines')::int AS machines, ARRAY(SELECT jsonb_array_elements_text(data->'all')) AS all FROM evidence WHERE org_id = $1 AND kind = 'folded'`, [plant.orgId])
const command = (plant: AlarmPlant, id: string, name: 'cancel' | 'start' | 'close', payload: object) =>
  runOrderCommand(plant.actor('admin'), { id, opId: newId(), version: 1, command: { name, payload } as never })

describe('1,000 alarms in one second from 10 lines', () => {
  test('become 10 first-outs and 10 tickets, and nothing is dropped', async () => {
    const plant = await alarmPlant(database, { machines: 1000, lines: 10 })
    for (let i = 0; i < 1000; i += 100) await plant.post(T0 + i, machines(i, i + 100))
    await plant.drain()
    await plant.tickets()
    const incidents = await plant.incidents()
    expect(incidents).toHaveLength(1000)
    expect(parentsOf(incidents)).toHaveLength(10)
    // The first machine of each line came first.
    expect(incidents.filter((one) => one.parentId === null).map((one) => one.tag)).toEqual(Array.from({ length: 10 }, (_, i) => `M-${i}`))
    const orders = await plant.orders()
    expect(orders).toHaveLength(10)
    expect(new Set(orders.map((order) => order.incidentId))).toEqual(new Set(parentsOf(incidents)))
    const lists = await folded(plant)
    expect(lists.map(({ count, machines: of }) => [count, of])).toEqual(Array.from({ length: 10 }, () => [99, 99]))
    expect(new Set(lists.flatMap((list) => list.all))).toEqual(new Set(incidents.filter((one) => one.parentId !== null).map((one) => one.id)))
    expect(new Set(incidents.map((one) => one.alarm))).toEqual(new Set(['unacknowledged-active']))
  }, 120_000)

  test('one by one, with tickets raised in between, leave 10 open tickets and name the others as their duplicates', async () => {
    const plant = await alarmPlant(database, { machines: 150, lines: 10 })
    for (let i = 0; i < 150; i += 1) {
      await plant.send(T0 + i, machines(i, i + 1))
      if (i % 7 === 0) await plant.tickets()
    }
    await plant.tickets()
    const [incidents, orders] = [await plant.incidents(), await plant.orders()]
    expect(incidents).toHaveLength(150)
    expect(parentsOf(incidents)).toHaveLength(10)
    const kept = orders.filter((order) => order.status !== 'cancelled')
    expect(kept).toHaveLength(10)
    expect(new Set(kept.map((order) => order.incidentId))).toEqual(new Set(parentsOf(incidents)))
    const merged = orders.filter((order) => order.status === 'cancelled')
    expect(merged.length).toBeGreaterThan(0)
    for (const order of merged) expect(kept.map((one) => one.id)).toContain(order.duplicateOf)
    expect((await folded(plant)).map((list) => list.count)).toEqual(Array.from({ length: 10 }, () => 14))
  }, 120_000)
})

describe('folding hides', () => {
  test('neither a more urgent alarm, nor a safety alarm, nor another line', async () => {
    const plant = await alarmPlant(database, {
      machines: 24, lines: 2, codes: ['temp', 'gas'],
      rules: [HOT, { ...HOT, limit: 120, clear: 110, priority: 1 }, { ...HOT, points: ['gas'], limit: 5, clear: 4, failureMode: 'GAS', priority: 4 }],
    })
    // Line 0 has the even machines.
    const line = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [String(i * 2), 90]))
    await plant.send(T0, line)
    await plant.send(T0 + 1000, { '22': 130, '1': 90, '20.gas': 9 })
    await plant.tickets()
    const incidents = await plant.incidents()
    const alone = incidents.filter((one) => one.parentId === null).map((one) => `${one.tag} ${one.priority}`)
    expect(alone.sort()).toEqual(['M-0 3', 'M-1 3', 'M-20 4', 'M-22 1'])
    expect((await plant.orders()).length).toBe(4)
  })

  test('not for long an alarm that gets worse: it leaves the flood and gets its ticket', async () => {
    const plant = await alarmPlant(database, { machines: 11, lines: 1, rules: [HOT, { ...HOT, limit: 120, clear: 110, priority: 2 }] })
    await plant.send(T0, machines(0, 11))
    await plant.tickets()
    expect(await plant.orders()).toHaveLength(1)
    await plant.send(T0 + 5000, { '5': 130 })
    await plant.tickets()
    const worse = (await plant.incidents()).find((one) => one.tag === 'M-5')
    expect(worse).toMatchObject({ parentId: null, priority: 2 })
    expect((await plant.orders()).map((order) => order.incidentId)).toContain(worse?.id)
    expect(await database.query('SELECT 1 FROM alarm_event WHERE org_id = $1 AND type = $2 AND incident_id = $3', [plant.orgId, 'unfolded', worse?.id])).toHaveLength(1)
  })
})

describe('when the ticket of a flood ends', () => {
  const COMPLETION = { verdict: 'confirmed', effect: 'averted' }
  async function flooded(): Promise<{ plant: AlarmPlant; orderId: string }> {
    const plant = await alarmPlant(database, { machines: 14, lines: 1 })
    await plant.send(T0, machines(0, 11))
    await plant.tickets()
    return { plant, orderId: (await plant.orders())[0]?.id ?? '' }
  }

  test('what came after its work was done is a flood under a new first-out', async () => {
    const { plant, orderId } = await flooded()
    await command(plant, orderId, 'start', {})
    await command(plant, orderId, 'close', { ...COMPLETION, modeCode: 'OHE' })
    await plant.send(T0 + 10_000, machines(11, 14))
    await plant.tickets()
    const late = (await plant.incidents()).filter((one) => ['M-11', 'M-12', 'M-13'].includes(one.tag))
    expect(late.map((one) => one.parentId === null)).toEqual([true, false, false])
    expect((await plant.orders()).map((order) => order.incidentId)).toContain(late[0]?.id)
  })

  test('a person who cancels it has decided about all that it lists', async () => {
    const { plant, orderId } = await flooded()
    await command(plant, orderId, 'cancel', { reason: 'a power dip' })
    await plant.tickets()
    await reconcileTickets()
    expect(await open(plant)).toEqual([])
  })

  test('closing is proposed only when all of it is over', async () => {
    const { plant, orderId } = await flooded()
    const proposed = async () => (await database.query<{ p: boolean }>('SELECT propose_close AS p FROM work_order WHERE id = $1', [orderId]))[0]?.p
    await plant.send(T0 + 20_000, { '0': 20 })
    await plant.tickets()
    expect(await proposed()).toBe(false)
    await plant.send(T0 + 30_000, machines(1, 11, 20))
    await plant.tickets()
    expect(await proposed()).toBe(true)
  })
})

test('an hour of flapping at the limit makes one ticket', async () => {
  const plant = await alarmPlant(database, { machines: 1, lines: 1 })
  const from = T0 - 3_600_000
  for (let second = 0; second < 3600; second += 20) await plant.post(from + second * 1000, { '0': (second / 20) % 2 === 0 ? 85 : 60 })
  await plant.drain()
  await plant.tickets()
  expect(await plant.incidents()).toHaveLength(90)
  expect(parentsOf(await plant.incidents())).toEqual([])
  expect(await plant.orders()).toHaveLength(1)
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '#server/core/work-orders/commands.ts'
import { logDone } from '#server/flows/log-done.ts'
import { startEmergency } from '#server/flows/start-emergency.ts'
import { getOrder, listOrders, openWork } from '#server/modules/work-orders/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
const otherAsset = newId()
const partId = newId()
beforeAll(async () => {
  plant = await orderPlant(database)
  await plant.insert('asset', { id: otherAsset, site_id: plant.siteId, class_id: plant.classId, tag: 'CT-302', name: 'Second fan', level: 'machine' })
  await plant.insert('part', { id: partId, number: 'BELT-1', name: 'Belt', unit: 'pc' })
})

const found = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' } as const
const emergency = (more: object = {}) => ({ id: newId(), opId: newId(), assetId: plant.assetId, priority: 1, ...more }) as const
const running = async (id: string): Promise<string[]> => (await plant.get(id)).labour.entries.filter((entry) => entry.endedAt === null).map((entry) => entry.person.name)
let count = 0
const number = (): string => `T-7F3K-${++count}`

describe('an emergency', () => {
  test('is one tap: an order in progress, whose approval is outstanding, found by its provisional number too', async () => {
    const provisionalNumber = number()
    const input = emergency({ provisionalNumber })
    const made = await startEmergency(plant.actor('technician'), input)
    expect(made).toMatchObject({ id: input.id, status: 'in_progress' })
    const view = await getOrder(plant.actor('technician'), provisionalNumber.toLowerCase())
    expect(view).toMatchObject({
      order: { id: input.id, provisionalNumber, breakIn: true, approvedBy: null, priority: 1, title: 'Emergency: CT-301 Cooling-tower fan', text: { title: { key: 'order.emergency' } }, assignee: { name: 'technician' } },
    })
    expect(view.history.map((event) => event.type)).toEqual(['created', 'started'])
    expect((await listOrders(plant.actor('technician'), { q: provisionalNumber })).items.map((item) => [item.id, item.provisionalNumber])).toEqual([[input.id, provisionalNumber]])
    await plant.run('supervisor', input.id, { name: 'approve', payload: {} })
    expect((await plant.get(input.id)).order.approvedBy).toEqual({ id: plant.people.supervisor, name: 'supervisor' })
  })

  test('sent ten times at once is one order with one timer', async () => {
    const input = emergency({ title: 'Belt torn' })
    const results = await Promise.all(Array.from({ length: 10 }, () => startEmergency(plant.actor('technician'), input)))
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect((await plant.get(input.id)).labour.entries).toHaveLength(1)
  })

  test('takes the person from what he was doing', async () => {
    const before = await plant.order()
    await plant.run('technician', before, { name: 'start', payload: {} })
    const input = emergency()
    await startEmergency(plant.actor('technician'), { ...input, at: new Date() })
    expect([await running(before), await running(input.id)]).toEqual([[], ['technician']])
  })

  test('is for those who may break in, at machines that they see', async () => {
    await expect(startEmergency(plant.actor('contractor'), emergency())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(startEmergency(plant.actor('technician', newId()), emergency())).rejects.toMatchObject({ code: 'not-found' })
    await expect(startEmergency(plant.actor('technician'), emergency({ assetId: newId() }))).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('work that was done before it was written down', () => {
  test('is a completed order with its real times, time and parts, once', async () => {
    const workFinishedAt = new Date('2026-02-03T10:00:00Z')
    const input = {
      id: newId(), opId: newId(), provisionalNumber: number(), assetId: plant.assetId, title: 'Tightened the guard', kind: 'corrective', priority: 3, minutes: 30,
      findings: { ...found, workStartedAt: new Date('2026-02-03T09:00:00Z'), workFinishedAt }, parts: [{ partId, quantity: '2' }, { description: 'a clamp', quantity: '1' }],
    } as const
    const results = await Promise.all([1, 2, 3].map(() => logDone(plant.actor('technician'), { ...input, parts: [...input.parts] })))
    expect(new Set(results.map((result) => result.id))).toEqual(new Set([input.id]))
    const view = await plant.get(input.id)
    expect(view).toMatchObject({
      order: { status: 'completed', workStartedAt: '2026-02-03T09:00:00.000Z', workFinishedAt: '2026-02-03T10:00:00.000Z' },
      labour: { hours: 0.5, entries: [{ startedAt: '2026-02-03T09:30:00.000Z', endedAt: '2026-02-03T10:00:00.000Z' }] },
    })
    expect(view.parts.map((part) => [part.name, part.quantity])).toEqual([['Belt', '2'], ['a clamp', '1']])
    expect(Date.parse(view.history.at(-1)?.at ?? '')).toBeGreaterThan(workFinishedAt.getTime())
  })

  test('leaves nothing behind when it does not fit', async () => {
    const input = { id: newId(), opId: newId(), assetId: plant.assetId, title: 'Something', kind: 'corrective', priority: 3, findings: {}, parts: [] } as const
    await expect(logDone(plant.actor('technician'), { ...input, parts: [] })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'effect' } })
    await expect(plant.get(input.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a machine that turns out to be another', () => {
  test('takes the order with its time, parts and standstills', async () => {
    const id = await plant.order()
    await plant.run('technician', id, { name: 'start', payload: {} })
    await plant.run('technician', id, { name: 'recordDowntime', payload: { from: new Date(Date.now() - 60_000), reason: 'repair', planned: false } })
    await plant.run('technician', id, { name: 'moveAsset', payload: { assetId: otherAsset } })
    expect(await plant.get(id)).toMatchObject({ asset: { id: otherAsset, tag: 'CT-302' }, labour: { entries: [{ endedAt: null }] } })
    expect(await database.query('SELECT asset_id FROM downtime WHERE work_order_id = $1', [id])).toEqual([{ asset_id: otherAsset }])
    expect((await plant.get(id)).history.at(-1)).toMatchObject({ type: 'asset-moved', data: { before: plant.assetId, assetId: otherAsset } })
    const elsewhere = newId()
    const site = newId()
    await plant.insert('site', { id: site, code: 'S2', name: 'Other site', time_zone: 'UTC' })
    await plant.insert('asset', { id: elsewhere, site_id: site, class_id: plant.classId, tag: 'X-1', name: 'Far away', level: 'machine' })
    await expect(plant.run('technician', id, { name: 'moveAsset', payload: { assetId: elsewhere } })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'assetId' } })
  })

  test('gets an emergency of its own where the order is about an incident, and the person\'s time with it', async () => {
    const incident = await plant.incident({ key: `${plant.assetId}:MOVE` })
    const id = await plant.order()
    await database.query('UPDATE work_order SET incident_id = $2 WHERE id = $1', [id, incident])
    await plant.run('technician', id, { name: 'start', payload: {} })
    const [opId, newOrderId] = [newId(), newId()]
    const move: Command = { name: 'moveAsset', payload: { assetId: otherAsset, newOrderId, provisionalNumber: number() } }
    const result = await plant.run('technician', id, move, opId)
    expect(await plant.run('technician', id, move, opId)).toEqual(result)
    expect(result.linkedOrderId).toBe(newOrderId)
    expect(await plant.get(id)).toMatchObject({ asset: { id: plant.assetId }, order: { status: 'in_progress' }, links: [{ id: newOrderId, relation: 'followed-by' }] })
    expect(await plant.get(newOrderId)).toMatchObject({ asset: { id: otherAsset }, order: { status: 'in_progress' } })
    expect([await running(id), await running(newOrderId)]).toEqual([[], ['technician']])
  })
})

describe('what is reported already', () => {
  test('is seen by whoever may report, who joins it instead of reporting again', async () => {
    const asset = newId()
    await plant.insert('asset', { id: asset, site_id: plant.siteId, class_id: plant.classId, tag: 'CT-303', name: 'Third fan', level: 'machine' })
    const id = await plant.order('technician', { assetId: asset })
    const requester = plant.actor('requester')
    expect(await openWork(requester, asset)).toMatchObject([{ id, title: 'Something is wrong', witnesses: 0 }])
    await Promise.all([1, 2].map(() => plant.run('requester', id, { name: 'meToo', payload: { note: 'smells burnt' } })))
    await plant.run('storekeeper', id, { name: 'meToo', payload: {} })
    expect(await openWork(requester, asset)).toMatchObject([{ id, witnesses: 2 }])
    expect((await plant.get(id)).witnesses.map((one) => [one.name, one.note])).toEqual([['requester', 'smells burnt'], ['storekeeper', null]])
    await expect(plant.run('requester', id, { name: 'comment', payload: { text: 'x' } })).rejects.toMatchObject({ code: 'not-found' })
    await expect(openWork(plant.actor('requester', newId()), asset)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the rest of the work', () => {
  test('goes to a linked order with the open steps and what is left of the kit', async () => {
    const id = await plant.order('supervisor')
    const [first, second] = [newId(), newId()]
    await plant.insert('work_order_task', { id: first, work_order_id: id, position: 1, title: 'Clean', kind: 'check' })
    await plant.insert('work_order_task', { id: second, work_order_id: id, position: 2, title: 'Balance', kind: 'number', spec: { max: 4.5, unit: 'mm/s' } })
    const kit = newId()
    await plant.run('planner', id, { name: 'planPart', payload: { partId, quantity: '3' } }, kit)
    await plant.run('technician', id, { name: 'start', payload: {} })
    await plant.run('technician', id, { name: 'answerTask', payload: { taskId: first, answer: true } })
    await plant.run('technician', id, { name: 'usePart', payload: { fromKit: kit, quantity: '1' } })
    const opId = newId()
    const carry: Command = { name: 'carryRest', payload: { ...found, title: 'Balance the fan' } }
    const results = await Promise.all([1, 2, 3].map(() => plant.run('technician', id, carry, opId)))
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect(await plant.get(id)).toMatchObject({ order: { status: 'completed', effect: 'degraded' }, tasks: [{ answer: { value: true } }, { answer: null }] })
    const rest = await plant.get(results[0]?.linkedOrderId ?? '')
    expect(rest).toMatchObject({
      order: { title: 'Balance the fan', status: 'approved' }, links: [{ id, relation: 'follows' }],
      tasks: [{ title: 'Balance', kind: 'number', spec: { max: 4.5, unit: 'mm/s' }, answer: null }], kit: [{ name: 'Belt', quantity: '2', rest: '2' }],
    })
  })

  test('is refused when there is none, and then nothing is completed', async () => {
    const id = await plant.order()
    await plant.run('technician', id, { name: 'start', payload: {} })
    await expect(plant.run('technician', id, { name: 'carryRest', payload: found })).rejects.toMatchObject({ code: 'invalid' })
    expect((await plant.get(id)).order.status).toBe('in_progress')
  })
})

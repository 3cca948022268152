import { beforeAll, describe, expect, test } from 'vitest'
import { PERMIT_POLICIES } from '#server/core/permits/kinds.ts'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { fileOrder } from '#server/flows/file-order.ts'
import { changePermit, issue } from '#server/flows/permit.ts'
import { pullForTablet, takeOperations } from '#server/flows/sync/index.ts'
import { enrolDevice, type Device } from '#server/modules/tablets/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
const otherAsset = newId()
const partId = newId()
let plant: OrderPlant
let device: Device
let seq = 0

const AUTHORS = ['technician', 'supervisor', 'contractor', 'storekeeper'] as const satisfies readonly Role[]
beforeAll(async () => {
  plant = await orderPlant(database)
  await plant.insert('asset', { id: otherAsset, site_id: plant.siteId, class_id: plant.classId, tag: 'CT-302', name: 'Second fan', level: 'machine' })
  await plant.insert('part', { id: partId, number: 'BELT-1', name: 'Belt', unit: 'pc', bin: 'A-02' })
  let credential = null
  for (const role of AUTHORS) ({ device, credential } = await enrolDevice(plant.actor(role), { name: 'Hall 3', platform: 'Android' }, credential))
})

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
let numbers = 0
const number = (): string => `T-AB12-${(numbers += 1)}`
const operation = (id: string, kind: string, payload: object, minutes: number, role: Role = 'technician') => ({
  opId: newId(), personId: plant.people[role], seq: (seq += 1), entity: { kind: 'work-order', id }, baseVersion: 0, kind, payload, at: ago(minutes), zone: 'Europe/Berlin', schema: 1,
})
const command = (id: string, name: CommandName, fields: object, minutes = 5, role: Role = 'technician') => operation(id, 'order.command', { name, fields }, minutes, role)
const push = (...operations: readonly object[]) => takeOperations(device, { sentAt: new Date(), waiting: operations.length, oldestAt: null, operations: [...operations] })
const outcome = async (one: object) => (await push(one))[0]?.outcome
const found = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' } as const
const permit = async (orderId: string) =>
  issue(plant.actor('supervisor'), {
    orderId, opId: newId(), permit: {
      kind: 'height', work: 'On the fan deck', performerId: plant.people.technician, from: new Date(), to: new Date(Date.now() + 3_600_000), precautions: [...PERMIT_POLICIES.height.precautions], readings: [],
    },
  })
const handBack = async (id: string): Promise<void> => {
  await changePermit(plant.actor('technician'), { id, opId: newId(), act: { name: 'handBack', payload: {} } })
  await changePermit(plant.actor('supervisor'), { id, opId: newId(), act: { name: 'close', payload: {} } })
}

describe('a report made without a network', () => {
  const report = (more: object = {}) => ({ assetId: plant.assetId, provisionalNumber: number(), title: 'Belt squeals', stopped: false, danger: false, ...more })

  test('is one request, however often it is sent, as of when it was made, and its photos come after it', async () => {
    const id = newId()
    const one = operation(id, 'order.request', report({ stopped: true, description: 'only when cold' }), 90)
    await Promise.all([push(one), push(one), push(one)])
    expect((await push(one))[0]).toMatchObject({ outcome: 'applied', result: { id, status: 'requested' } })
    const { order, history } = await plant.get(id)
    expect(order).toMatchObject({ source: 'request', status: 'requested', title: 'Belt squeals', description: 'only when cold', priority: 2, createdBy: { name: 'technician' } })
    expect(history.map(({ type, at, data }) => [type, at, data['stopped'], data['danger']])).toEqual([['created', one.at, true, false]])
  })

  test.each([{ stopped: false, danger: false, priority: 3 }, { stopped: true, danger: false, priority: 2 }, { stopped: false, danger: true, priority: 1 }])(
    'stopped $stopped, danger $danger: priority $priority', async ({ priority, ...said }) => {
      const id = newId()
      expect(await outcome(operation(id, 'order.request', report(said), 1))).toBe('applied')
      expect((await plant.get(id)).order.priority).toBe(priority)
    })

  test('is for those who may report, at machines that are there, in words', async () => {
    expect(await outcome(operation(newId(), 'order.request', report(), 1, 'storekeeper'))).toBe('applied')
    expect(await outcome(operation(newId(), 'order.request', report(), 1, 'contractor'))).toBe('rejected')
    expect(await outcome(operation(newId(), 'order.request', report({ assetId: newId() }), 1))).toBe('rejected')
    expect(await outcome(operation(newId(), 'order.request', report({ title: '' }), 1))).toBe('rejected')
  })

  test('what is reported already gets a witness, once', async () => {
    const id = newId()
    await push(operation(id, 'order.request', report(), 30))
    const seen = command(id, 'meToo', { note: 'worse today' }, 20, 'supervisor')
    await push(seen, seen)
    await push(seen)
    expect((await plant.get(id)).witnesses).toEqual([{ name: 'supervisor', at: seen.at, note: 'worse today' }])
  })
})

describe('work that was done already', () => {
  test('ends when it was written down, and began as long before as it took', async () => {
    const id = newId()
    const done = operation(id, 'order.done', { assetId: plant.assetId, title: 'Guard tightened', findings: found, minutes: 30, parts: [{ partId, quantity: '1' }] }, 60)
    await Promise.all([push(done), push(done)])
    expect((await push(done))[0]).toMatchObject({ outcome: 'applied', result: { status: 'completed' } })
    expect(await plant.get(id)).toMatchObject({
      order: { workFinishedAt: done.at, completedAt: done.at }, parts: [{ name: 'Belt', quantity: '1' }], labour: { hours: 0.5 },
    })
    expect(Date.parse((await plant.get(id)).order.workStartedAt ?? '')).toBe(Date.parse(done.at) - 30 * 60_000)
  })

  test('does not say that a machine is back while a permit is open on it, from the tablet or the desk', async () => {
    const other = await plant.order('supervisor')
    const { id } = await permit(other)
    const back = { ...found, workStartedAt: ago(30), workFinishedAt: ago(20), returnedAt: ago(10) }
    const done = () => operation(newId(), 'order.done', { assetId: plant.assetId, title: 'Guard tightened', findings: back }, 5)
    expect((await push(done()))[0]).toMatchObject({ outcome: 'rejected', reason: { code: 'illegal-transition' } })
    const desk = () => fileOrder(plant.actor('technician'), {
      source: 'manual', assetId: plant.assetId, title: 'Guard tightened', kind: 'corrective', priority: 3, idempotencyKey: newId(),
      done: { ...found, workStartedAt: new Date(back.workStartedAt), workFinishedAt: new Date(back.workFinishedAt), returnedAt: new Date(back.returnedAt) },
    })
    await expect(desk()).rejects.toMatchObject({ code: 'illegal-transition' })
    await handBack(id)
    expect(await outcome(done())).toBe('applied')
    await expect(desk()).resolves.toMatchObject({ status: 'completed' })
  })
})

describe('an order that turns out otherwise', () => {
  test('the rest is carried over once, and its permits stay where they are', async () => {
    const id = await plant.order('supervisor')
    await plant.insert('work_order_task', { id: newId(), work_order_id: id, position: 1, title: 'Grease', kind: 'check', spec: {} })
    const { id: permitId, number: permitNumber } = await permit(id)
    await push(command(id, 'start', {}, 40))
    const rest = command(id, 'carryRest', { ...found, title: 'Rest: grease' }, 20)
    await Promise.all([push(rest), push(rest)])
    const [answer] = await push(rest)
    const linked = (answer?.result as { linkedOrderId: string }).linkedOrderId
    const next = await plant.get(linked)
    expect(next).toMatchObject({ order: { title: 'Rest: grease', status: 'approved' }, tasks: [{ title: 'Grease', answer: null }], links: [{ id, relation: 'follows' }] })
    expect(next.history[0]?.data['permits']).toEqual([permitNumber])
    const first = await plant.get(id)
    expect(first).toMatchObject({ order: { status: 'completed', workFinishedAt: rest.at }, links: [{ id: linked }] })
    expect(first.history.find(({ type }) => type === 'rest-carried')?.data['permits']).toEqual([permitNumber])
    await handBack(permitId)
  })

  test('it moves to the machine that was meant, with its time and parts; one about an alarm is gone on with elsewhere', async () => {
    const id = await plant.order('supervisor')
    await push(command(id, 'start', {}, 40), command(id, 'usePart', { partId, description: 'Belt', quantity: '2' }, 30))
    expect(await outcome(command(id, 'moveAsset', { assetId: otherAsset }, 20))).toBe('applied')
    expect(await plant.get(id)).toMatchObject({ asset: { tag: 'CT-302' }, parts: [{ name: 'Belt', quantity: '2' }], labour: { entries: [{ person: { name: 'technician' } }] } })
    const next = newId()
    const begun = operation(next, 'order.emergency', { assetId: plant.assetId, provisionalNumber: number(), followUpOf: id }, 10)
    expect(await outcome(begun)).toBe('applied')
    expect(await plant.get(next)).toMatchObject({ order: { status: 'in_progress' }, links: [{ id, relation: 'follows' }] })
    const stray = newId()
    expect(await outcome(operation(stray, 'order.emergency', { assetId: plant.assetId, provisionalNumber: number(), followUpOf: newId() }, 8))).toBe('applied')
    expect((await plant.get(stray)).links).toEqual([])
  })

  test('a part that was taken is put back by the name that the tablet gave it', async () => {
    const id = await plant.order('supervisor')
    const use = command(id, 'usePart', { partId, description: 'Belt', quantity: '2' }, 30)
    const back = command(id, 'returnPart', { useId: use.opId, quantity: '1' }, 20)
    await push(use, back)
    await push(back)
    expect((await plant.get(id)).parts.map(({ kind, name, quantity }) => [kind, name, quantity])).toEqual([['taken', 'Belt', '2'], ['returned', 'Belt', '1']])
  })
})

describe('what a tablet keeps', () => {
  const pull = (role: Role, more: object = {}) => pullForTablet(device, { personId: plant.people[role], have: {}, assets: null, ...more })

  test('the stores’ list comes once, and again when a part has changed', async () => {
    const first = (await pull('technician')).parts
    expect(first?.rows).toEqual([{ id: partId, number: 'BELT-1', name: 'Belt', unit: 'pc', bin: 'A-02' }])
    expect((await pull('technician', { parts: first?.stamp })).parts).toBeNull()
    await database.query(`UPDATE part SET bin = 'A-03' WHERE id = $1`, [partId])
    expect((await pull('technician', { parts: first?.stamp })).parts?.rows).toMatchObject([{ bin: 'A-03' }])
    expect((await pull('storekeeper')).parts?.rows).toEqual([])
  })

  test('an order about which something asks is told of, though it is over', async () => {
    const id = await plant.order('supervisor')
    await push(command(id, 'start', {}, 50))
    await plant.run('supervisor', id, { name: 'complete', payload: found })
    expect((await pull('technician')).scope.map((order) => order.id)).not.toContain(id)
    expect((await pull('technician', { keep: [id] })).scope.map((order) => order.id)).toContain(id)
    const elsewhere = await orderPlant(database, 'elsewhere')
    const foreign = await elsewhere.order('supervisor')
    expect((await pull('technician', { keep: [foreign] })).scope.map((order) => order.id)).not.toContain(foreign)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { HandoverContent } from '#server/core/handover/handover.ts'
import type { Role } from '#server/core/people/permissions.ts'
import type { EntityKind } from '#server/core/sync/entity.ts'
import { pullForTablet, takeOperations } from '#server/flows/sync/index.ts'
import { handoverBoard } from '#server/modules/handover/index.ts'
import { enrolDevice, type Device } from '#server/modules/tablets/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
let device: Device
let seq = 0

beforeAll(async () => {
  plant = await orderPlant(database)
  let credential = null
  for (const role of ['technician', 'supervisor', 'contractor', 'manager'] as const) ({ device, credential } = await enrolDevice(plant.actor(role), { name: 'Hall 3', platform: 'Android' }, credential))
})

const minutes = (count: number): string => new Date(Date.now() + count * 60_000).toISOString()
const operation = (entity: { kind: EntityKind; id: string }, kind: string, payload: object, role: Role = 'technician', at = minutes(-30)) => ({
  opId: newId(), personId: plant.people[role], seq: (seq += 1), entity, baseVersion: 0, kind, payload, at, zone: 'Europe/Berlin', schema: 1,
})
const push = (operations: readonly object[]) => takeOperations(device, { sentAt: new Date(), waiting: operations.length, oldestAt: null, operations: [...operations] })
const outcomes = async (operations: readonly object[]) => (await push(operations)).map(({ outcome, reason }) => (reason === null ? outcome : `${outcome} ${reason.code}`))
const pull = (shift?: string) => pullForTablet(device, { personId: plant.people.technician, have: {}, assets: null, ...(shift === undefined ? {} : { shift }) })

const content = (): Omit<HandoverContent, 'takenAt' | 'place'> => ({
  orders: [{ number: 'WO-000001', title: 'Fan shakes', text: null, status: 'in_progress', priority: 2, holdReason: null, assignee: 'technician', machine: { id: plant.assetId, tag: 'CT-301', name: 'Fan' } }],
  locks: [{ person: 'technician', lock: 'red 7', since: minutes(-90), phase: 'isolated', order: 'WO-000001', machine: { id: plant.assetId, tag: 'CT-301', name: 'Fan' } }],
  permits: [], repairs: [], machines: [],
})
const signed = (id: string, more: object = {}, role?: Role) =>
  operation({ kind: 'handover', id }, 'handover.sign', { siteId: plant.siteId, areaId: null, shift: 'night', text: 'Watch the fan', knownAt: minutes(-60), content: content(), ...more }, role)
const taken = (id: string, role: Role) => operation({ kind: 'handover', id }, 'handover.acknowledge', { note: 'Seen' }, role, minutes(-10))
const registered = (id: string, more: object = {}, role?: Role) => operation(
  { kind: 'temporary-repair', id }, 'repair.register',
  { assetId: plant.assetId, what: 'Clamp over the crack', risk: 'high', ownerId: plant.people.supervisor, expiresAt: minutes(3_000), ...more }, role,
)
const removed = (id: string, role?: Role) => operation({ kind: 'temporary-repair', id }, 'repair.remove', { note: 'welded' }, role, minutes(-5))

describe('a shift that is handed over without a network', () => {
  test('stands once, with what the tablet knew and when, however often it is sent; the next person takes it over', async () => {
    const id = newId()
    const sent = [signed(id), taken(id, 'supervisor')]
    await Promise.all([push(sent), push(sent.slice(0, 1)), push(sent)])
    expect(await outcomes(sent)).toEqual(['applied', 'applied'])
    const board = await handoverBoard(plant.actor('admin'))
    expect(board.handovers.filter((one) => one.id === id)).toMatchObject([{
      shift: 'night', text: 'Watch the fan', signedBy: { name: 'technician' }, signedAt: sent[0]?.at, acknowledged: { by: { name: 'supervisor' }, at: sent[1]?.at, note: 'Seen' },
      content: { takenAt: (sent[0]?.payload as { knownAt: string }).knownAt, place: { site: 'Site', area: null }, orders: [{ number: 'WO-000001' }], locks: [{ lock: 'red 7' }] },
    }])
    expect(await database.query('SELECT count(*)::int AS n FROM handover_snapshot WHERE id = $1', [sent[0]?.opId])).toEqual([{ n: 1 }])
  })

  test('is not taken over by whoever signed it, nor twice, nor handed over by who does not work there', async () => {
    const id = newId()
    expect(await outcomes([signed(id), taken(id, 'technician'), taken(id, 'contractor'), taken(id, 'supervisor')])).toEqual(['applied', 'rejected forbidden', 'applied', 'rejected conflict'])
    expect(await outcomes([signed(newId(), {}, 'manager'), signed(newId(), { siteId: newId() }), signed(newId(), { areaId: plant.assetId }), signed(newId(), { shift: 'lunch' })]))
      .toEqual(['rejected forbidden', 'rejected not-found', 'rejected not-found', 'rejected invalid'])
    // Another handover under the same id is another operation about the same thing.
    expect(await outcomes([signed(id, { text: 'Something else' })])).toEqual(['rejected conflict'])
  })

  test('its operations come in order, and nothing of another kind is about it', async () => {
    const id = newId()
    const [sign, take] = [signed(id), taken(id, 'supervisor')]
    const held = await push([{ ...sign, schema: 99 }, take])
    expect(held.map(({ outcome }) => outcome)).toEqual(['waiting', 'waiting'])
    expect(await outcomes([sign, take])).toEqual(['applied', 'applied'])
    expect(await outcomes([{ ...signed(newId()), entity: { kind: 'work-order', id: newId() } }, { ...operation({ kind: 'handover', id }, 'order.command', { name: 'comment', fields: { text: 'x' } }) }])).toEqual(['rejected invalid', 'rejected invalid'])
  })
})

describe('temporary repairs from a tablet', () => {
  test('are registered and removed once, with their own times', async () => {
    const id = newId()
    const register = registered(id)
    await Promise.all([push([register]), push([register])])
    expect(await outcomes([register])).toEqual(['applied'])
    expect((await handoverBoard(plant.actor('admin'))).repairs.find((one) => one.id === id)).toMatchObject({ what: 'Clamp over the crack', risk: 'high', owner: { name: 'supervisor' }, madeAt: register.at })
    const remove = removed(id)
    await Promise.all([push([remove]), push([remove])])
    expect(await outcomes([remove, removed(id, 'supervisor')])).toEqual(['applied', 'rejected conflict'])
    expect((await handoverBoard(plant.actor('admin'))).repairs.some((one) => one.id === id)).toBe(false)
  })

  test('are refused from who may not, and where they make no sense', async () => {
    expect(await outcomes([registered(newId(), {}, 'manager'), registered(newId(), { assetId: newId() }), registered(newId(), { expiresAt: minutes(-60) }), registered(newId(), { order: 'WO-999999' }), removed(newId())]))
      .toEqual(['rejected forbidden', 'rejected not-found', 'rejected invalid', 'rejected invalid', 'rejected not-found'])
  })
})

describe('what a tablet keeps for the change of shifts', () => {
  test('it is told of handovers, repairs and machines with alarms once, then only when they changed', async () => {
    const id = newId()
    await push([registered(id)])
    await plant.incident({ priority: 2 })
    const { shift } = await pull()
    expect(shift).toMatchObject({ machines: [{ siteId: plant.siteId, priority: 2, alarms: 1, machine: { tag: 'CT-301' } }], places: [{ siteId: plant.siteId }] })
    expect(shift?.repairs.map((one) => one.id)).toContain(id)
    expect(shift?.handovers.length).toBeGreaterThan(0)
    expect((await pull(shift?.stamp)).shift).toBeNull()
    await push([removed(id)])
    const next = (await pull(shift?.stamp)).shift
    expect(next?.repairs.map((one) => one.id)).not.toContain(id)
    await push([signed(newId())])
    expect((await pull(next?.stamp)).shift?.handovers[0]).toMatchObject({ text: 'Watch the fan', acknowledged: null })
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { seenSafety } from '#app/_lib/tablet/seen/safety.ts'
import type { StoredOperation } from '#app/_lib/tablet/store/db.ts'
import type { IsolationAct } from '#server/core/isolation/events.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { PERMIT_POLICIES } from '#server/core/permits/kinds.ts'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import { changePermit, issue } from '#server/flows/permit.ts'
import { pullForTablet, takeOperations, type TabletOrder } from '#server/flows/sync/index.ts'
import { publishPlan, savePlan } from '#server/modules/isolation/index.ts'
import { enrolDevice, type Device } from '#server/modules/tablets/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { CLEAR, FAN_PLAN, FAN_STEPS, isolating } from './support/isolation-plant.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
let people: Awaited<ReturnType<typeof isolating>>
let device: Device
let seq = 0

beforeAll(async () => {
  plant = await orderPlant(database)
  people = await isolating(plant)
  let credential = null
  for (const role of ['technician', 'supervisor', 'contractor'] as const) ({ device, credential } = await enrolDevice(plant.actor(role), { name: 'Hall 3', platform: 'Android' }, credential))
})

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
const operation = (id: string, kind: string, payload: object, minutes: number, role: Role = 'technician') => ({
  opId: newId(), personId: plant.people[role], seq: (seq += 1), entity: { kind: 'work-order', id }, baseVersion: 0, kind, payload, at: ago(minutes), zone: 'Europe/Berlin', schema: 1,
})
const act = (id: string, { type, data }: IsolationAct, minutes: number, role?: Role) => operation(id, 'isolation.act', { type, data, late: true }, minutes, role)
const command = (id: string, name: CommandName, fields: object, minutes: number, role?: Role) => operation(id, 'order.command', { name, fields }, minutes, role)
const push = (operations: readonly object[]) => takeOperations(device, { sentAt: new Date(), waiting: operations.length, oldestAt: null, operations: [...operations] })
const outcomes = async (operations: readonly object[]) => (await push(operations)).map(({ outcome }) => outcome)

/** As it travels: the tablet has texts where the server has times. */
const pull = async (have: Record<string, string> = {}) => {
  const pulled = await pullForTablet(device, { personId: plant.people.technician, have, assets: null })
  const orders: TabletOrder[] = JSON.parse(JSON.stringify(pulled.orders))
  return { scope: pulled.scope, of: (id: string) => orders.find(({ order }) => order.id === id) }
}
// As a tablet asks: it names the stamps of what it has, so that only what changed is read.
const had: Record<string, string> = {}
const stampOf = async (id: string): Promise<string | undefined> => {
  const { scope } = await pull(had)
  for (const order of scope) had[order.id] = order.stamp
  return had[id]
}

/** Isolates offline: from the beginning to the verified end, the first person's lock on. */
const wholeOffline = (id: string, from: number) => [
  act(id, { type: 'begun', data: { planVersion: 1 } }, from),
  ...FAN_STEPS.before.map((stepId, index) => act(id, { type: 'step-confirmed', data: { stepId } }, from - 1 - index)),
  act(id, { type: 'lock-on', data: { lock: 'red 7' } }, from - 8),
  ...FAN_STEPS.after.map((stepId, index) => act(id, { type: 'step-confirmed', data: { stepId } }, from - 9 - index)),
]
const started = async (): Promise<string> => {
  const id = await plant.order('technician')
  await plant.run('technician', id, { name: 'start', payload: {} })
  return id
}
const isolatedTask = async (orderId: string): Promise<string> => {
  const id = newId()
  await plant.insert('work_order_task', { id, work_order_id: orderId, position: 1, title: 'Change the bearing', kind: 'check', isolated: true })
  return id
}
const names = (id: string, told: TabletOrder | undefined) => seenSafety(told?.safety ?? null, { number: told?.order.number ?? id }, [], new Map())

describe('isolating without a network', () => {
  test('two people on one tablet lock, the step that waited is answered, and everything stands on the server once', async () => {
    const id = await started()
    const task = await isolatedTask(id)
    const sent = [
      ...wholeOffline(id, 60),
      act(id, { type: 'lock-on', data: { lock: 'blue 2' } }, 40, 'contractor'),
      command(id, 'answerTask', { taskId: task, answer: true, late: true }, 35),
    ]
    await Promise.all([push(sent.slice(0, 4)), push(sent)])
    expect(new Set(await outcomes(sent))).toEqual(new Set(['applied']))
    const { isolation, flaggedAnswers } = await people.of(id)
    expect(isolation).toMatchObject({ phase: 'isolated', flags: [], locks: [{ person: { name: 'technician' }, lock: 'red 7' }, { person: { name: 'contractor' }, lock: 'blue 2' }] })
    expect(isolation?.steps.every(({ done }) => done !== null)).toBe(true)
    expect(flaggedAnswers).toEqual([])
    expect((await plant.get(id)).tasks[0]?.answer).toMatchObject({ value: true })
    // Closing waits on the server too; each takes his own lock off.
    const [closed] = await push([command(id, 'close', { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' }, 0)])
    expect(closed).toMatchObject({ outcome: 'rejected', reason: { message: expect.stringContaining('contractor') } })
    expect(await outcomes([
      act(id, { type: 'lock-off', data: {} }, 20), act(id, { type: 'lock-off', data: {} }, 19, 'contractor'), act(id, { type: 'ended', data: CLEAR }, 18),
      command(id, 'close', { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' }, 0),
    ])).toEqual(['applied', 'applied', 'applied', 'applied'])
    expect((await people.of(id)).isolation).toMatchObject({ phase: 'ended', locks: [], flags: [] })
  })

  test('what nobody could have known is taken and flagged, and a step answered too early is shown to safety', async () => {
    const id = await started()
    const task = await isolatedTask(id)
    expect(await outcomes([...wholeOffline(id, 60).slice(0, 3), act(id, { type: 'lock-on', data: { lock: 'red 7' } }, 30), command(id, 'answerTask', { taskId: task, answer: true, late: true }, 20)])).not.toContain('rejected')
    const { isolation, flaggedAnswers } = await people.of(id)
    expect(isolation?.flags).toMatchObject([{ type: 'lock-on', person: { name: 'technician' } }])
    expect(flaggedAnswers).toMatchObject([{ taskId: task, person: { name: 'technician' } }])
    await push([act(id, { type: 'lock-off', data: {} }, 5), act(id, { type: 'ended', data: CLEAR }, 4)])
  })

  test('goes by the version of the plan that the tablet had', async () => {
    const id = await started()
    await savePlan(plant.actor('safety'), { assetId: plant.assetId, content: { ...FAN_PLAN, energies: FAN_PLAN.energies.slice(0, 1) }, seen: null })
    await publishPlan(plant.actor('safety'), { assetId: plant.assetId, seen: 1, note: null })
    expect(new Set(await outcomes(wholeOffline(id, 50)))).toEqual(new Set(['applied']))
    expect((await people.of(id)).isolation).toMatchObject({ planVersion: 1, phase: 'isolated' })
    await push([act(id, { type: 'lock-off', data: {} }, 5), act(id, { type: 'ended', data: CLEAR }, 4)])
    await savePlan(plant.actor('safety'), { assetId: plant.assetId, content: FAN_PLAN, seen: null })
    await publishPlan(plant.actor('safety'), { assetId: plant.assetId, seen: 1, note: null })
  })
})

describe('what a tablet is told of an order\'s safety', () => {
  test('what the tablet shows while it waits is what it is told once the server has taken everything in', async () => {
    const id = await started()
    await people.act('supervisor', id, { type: 'begun', data: {} })
    await people.step('supervisor', id, 'prepare')
    const before = (await pull()).of(id)
    const sent = [
      act(id, { type: 'begun', data: {} }, 5), ...FAN_STEPS.before.slice(1).map((stepId) => act(id, { type: 'step-confirmed', data: { stepId } }, 0)),
      act(id, { type: 'lock-on', data: { lock: 'red 7' } }, 0), act(id, { type: 'lock-on', data: { lock: 'blue 2' } }, 0, 'contractor'),
      ...FAN_STEPS.after.map((stepId) => act(id, { type: 'step-confirmed', data: { stepId } }, 0)), act(id, { type: 'lock-off', data: {} }, 0),
    ]
    const waiting = sent.map(({ entity, ...rest }): StoredOperation => ({
      ...rest, entityId: entity.id, entityKind: 'work-order', needs: [], heldUntil: null, state: 'waiting', answer: null, answeredAt: null,
    }))
    const known = (['technician', 'contractor', 'supervisor'] as const).map((role) => [plant.people[role], { id: plant.people[role], name: role, locale: 'en', orgId: plant.orgId, grants: [] }] as const)
    const standing = (told: TabletOrder | undefined, operations: readonly StoredOperation[]) => {
      const seen = seenSafety(told?.safety ?? null, { number: told?.order.number ?? '' }, operations, new Map(known))
      const { phase, locks, confirmed } = seen?.isolation?.state ?? {}
      return {
        phase, locks: locks?.map(({ personId, lock }) => [personId, lock]), confirmed: [...(confirmed ?? new Map()).keys()],
        guards: seen?.guards.map(({ kind, name }) => [kind, name])
      }
    }
    const shown = standing(before, waiting)
    expect(shown).toMatchObject({ phase: 'isolated', locks: [[plant.people.contractor, 'blue 2']], guards: [['lock', 'contractor'], ['isolation', before?.order.number]] })
    expect(new Set(await outcomes(sent))).toEqual(new Set(['applied']))
    const after = (await pull()).of(id)
    expect(standing(after, [])).toEqual(shown)
    // Its answers have come, its page has too: nothing counts twice.
    expect(standing(after, waiting.map((one) => ({ ...one, state: 'done' })))).toEqual(shown)
    await push([act(id, { type: 'lock-off', data: {} }, 0, 'contractor'), act(id, { type: 'ended', data: CLEAR }, 0)])
  })

  test('plan, steps, locks, permits, and what else is on at the machine; the stamp changes with each of them', async () => {
    const [id, neighbour] = [await started(), await plant.order('technician')]
    const stamps = new Set([await stampOf(id)])
    const changes = async (): Promise<void> => {
      const stamp = await stampOf(id)
      expect(stamps.has(stamp)).toBe(false)
      stamps.add(stamp)
    }
    await people.act('technician', id, { type: 'begun', data: {} })
    await changes()
    await people.step('technician', id, 'prepare')
    await changes()
    for (const stepId of FAN_STEPS.before.slice(1)) await people.step('technician', id, stepId)
    await people.on('technician', id)
    await changes()
    const now = Date.now()
    const permit = { kind: 'height', work: 'Work on the hub', performerId: plant.people.technician, from: new Date(now), to: new Date(now + 7_200_000), precautions: [...PERMIT_POLICIES.height.precautions], readings: [] } as const
    const { id: permitId } = await issue(plant.actor('supervisor'), { orderId: id, opId: newId(), permit: { ...permit, precautions: [...permit.precautions], readings: [] } })
    await changes()
    const told = (await pull()).of(id)
    expect(told?.safety).toMatchObject({
      plan: { version: 3, content: FAN_PLAN }, isolation: { planVersion: 3, content: FAN_PLAN }, permits: [{ id: permitId, kind: 'height', status: 'issued', performer: { name: 'technician' } }], guards: [],
    })
    const seen = names(id, told)
    expect(seen?.isolation?.state.locks).toMatchObject([{ personId: plant.people.technician, lock: 'of technician' }])
    expect(seen?.guards.map(({ kind, name }) => [kind, name])).toEqual([['lock', 'technician'], ['permit', told?.safety?.permits[0]?.number], ['isolation', told?.order.number]])
    // The order beside it, at the same machine, is told of them as another's.
    const near = (await pull()).of(neighbour)?.safety
    expect(near).toMatchObject({ isolation: null, permits: [] })
    expect(near?.guards.map(({ kind, own }) => `${kind} ${own}`).toSorted()).toEqual(['isolation false', 'lock false', 'permit false'])
    const beside = await stampOf(neighbour)
    await people.off('technician', id)
    await changes()
    expect(await stampOf(neighbour)).not.toBe(beside)
    await changePermit(plant.actor('supervisor'), { id: permitId, opId: newId(), act: { name: 'close', payload: { reason: 'Over' } } })
    await changes()
    await people.end('technician', id)
    await changes()
    const stamp = await stampOf(id)
    expect((await pull({ [id]: stamp ?? '' })).of(id)).toBeUndefined()
  })

  test('a permit is stopped and handed back by what a tablet reports, and issued or extended by nothing of it', async () => {
    const id = await started()
    const now = Date.now()
    const { id: permitId } = await issue(plant.actor('supervisor'), {
      orderId: id, opId: newId(),
      permit: { kind: 'height', work: 'Work on the hub', performerId: plant.people.technician, from: new Date(now), to: new Date(now + 7_200_000), precautions: [...PERMIT_POLICIES.height.precautions], readings: [] },
    })
    const permitAct = (name: string, fields: object, role?: Role) => operation(id, 'permit.act', { id: permitId, name, fields, late: true }, 0, role)
    expect(await outcomes([permitAct('suspend', { reason: 'Wind' }, 'contractor'), permitAct('extend', { to: new Date(now + 9_000_000).toISOString() }, 'supervisor'), permitAct('handBack', {}, 'contractor'), permitAct('handBack', {})]))
      .toEqual(['applied', 'rejected', 'rejected', 'applied'])
    expect((await people.of(id)).permits[0]).toMatchObject({ status: 'handed-back' })
  })
})

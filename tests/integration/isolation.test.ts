import { beforeAll, describe, expect, test } from 'vitest'
import { isolate } from '#server/flows/isolate.ts'
import { publishPlan, readPlan, savePlan } from '#server/modules/isolation/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { CLEAR, FAN_PLAN, FAN_STEPS, isolating } from './support/isolation-plant.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
let people: Awaited<ReturnType<typeof isolating>>
beforeAll(async () => {
  plant = await orderPlant(database)
  people = await isolating(plant)
})

const done = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' } as const
const started = async (): Promise<string> => {
  const id = await plant.order()
  await plant.run('technician', id, { name: 'start', payload: {} })
  return id
}
const taskOf = async (orderId: string, isolated: boolean): Promise<string> => {
  const id = newId()
  await plant.insert('work_order_task', { id, work_order_id: orderId, position: isolated ? 2 : 1, title: isolated ? 'Change the bearing' : 'Look at it', kind: 'check', isolated })
  return id
}
const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)

describe('a machine\'s isolation plan', () => {
  test('a draft changes nothing until it is published; what is published never changes', async () => {
    const before = await readPlan(plant.actor('technician'), plant.assetId)
    expect(before).toMatchObject({ inForce: { version: 1, note: 'First', publishedBy: 'safety' }, draft: null, mayEdit: false })
    await savePlan(plant.actor('reliability-engineer'), { assetId: plant.assetId, content: { ...FAN_PLAN, told: [] }, seen: null })
    await expect(savePlan(plant.actor('safety'), { assetId: plant.assetId, content: FAN_PLAN, seen: null })).rejects.toMatchObject({ code: 'conflict' })
    await expect(publishPlan(plant.actor('safety'), { assetId: plant.assetId, seen: 1, note: null })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'told' } })
    await savePlan(plant.actor('safety'), { assetId: plant.assetId, content: { ...FAN_PLAN, prepare: 'Close the damper first' }, seen: 1 })
    expect(await readPlan(plant.actor('safety'), plant.assetId)).toMatchObject({ inForce: { version: 1 }, draft: { version: 2, revision: 2 }, mayEdit: true })
    await publishPlan(plant.actor('safety'), { assetId: plant.assetId, seen: 2, note: 'Damper' })
    expect(await readPlan(plant.actor('safety'), plant.assetId)).toMatchObject({ inForce: { version: 2 }, draft: null, earlier: [{ version: 1, note: 'First' }] })
    await expect(database.query('UPDATE isolation_plan SET note = $1 WHERE asset_id = $2', ['changed', plant.assetId])).rejects.toThrow(/never changes/)
    await expect(savePlan(plant.actor('technician'), { assetId: plant.assetId, content: FAN_PLAN, seen: null })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('serves the machine\'s parts, and an order keeps the version it was begun with', async () => {
    const partId = newId()
    await plant.insert('asset', { id: partId, site_id: plant.siteId, parent_id: plant.assetId, tag: 'CT-301-M', name: 'Motor', level: 'component' })
    expect(await readPlan(plant.actor('technician'), partId)).toMatchObject({ inForce: { version: 2 }, servedBy: { tag: 'CT-301' } })
    const id = await plant.order('technician', { assetId: partId })
    await people.act('technician', id, { type: 'begun', data: {} })
    await savePlan(plant.actor('safety'), { assetId: plant.assetId, content: FAN_PLAN, seen: null })
    await publishPlan(plant.actor('safety'), { assetId: plant.assetId, seen: 1, note: null })
    expect((await people.of(id)).isolation).toMatchObject({ planVersion: 2, content: { prepare: 'Close the damper first' }, phase: 'isolating', next: 'prepare' })
    await people.end('technician', id)
  })
})

describe('isolating for an order', () => {
  test('from the first step to the end, with who did what on the order', async () => {
    const id = await started()
    await people.whole('technician', id)
    await people.on('contractor', id)
    const { isolation } = await people.of(id)
    expect(isolation).toMatchObject({ phase: 'isolated', next: null, flags: [], locks: [{ person: { name: 'technician' }, lock: 'of technician' }, { person: { name: 'contractor' } }] })
    expect(isolation?.steps.every(({ done: confirmed }) => confirmed?.person.name === 'technician')).toBe(true)
    await expect(people.end('technician', id)).rejects.toMatchObject({ code: 'illegal-transition', message: expect.stringContaining('still on: 2') })
    await people.off('technician', id)
    await people.off('contractor', id)
    await people.end('technician', id)
    expect((await people.of(id)).isolation).toMatchObject({ phase: 'ended', locks: [] })
    const told = (await plant.get(id)).history.filter(({ type }) => type === 'isolation-changed').map(({ data, actor }) => [data['what'], actor?.name])
    expect(told).toEqual([
      ['begun', 'technician'], ['lock-on', 'technician'], ['verified', 'technician'], ['lock-on', 'contractor'], ['lock-off', 'technician'], ['lock-off', 'contractor'], ['ended', 'technician'],
    ])
  })

  test('is refused without a plan, twice at once, out of turn, and for those who may not', async () => {
    const elsewhere = newId()
    await plant.insert('asset', { id: elsewhere, site_id: plant.siteId, tag: 'PUMP-1', name: 'Pump', level: 'machine' })
    const bare = await plant.order('technician', { assetId: elsewhere })
    await expect(people.act('technician', bare, { type: 'begun', data: {} })).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('no published isolation plan') })
    const id = await started()
    await expect(people.on('technician', id)).rejects.toMatchObject({ code: 'illegal-transition' })
    await expect(people.act('planner', id, { type: 'begun', data: {} })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(isolate(plant.actor('technician', newId()), { orderId: id, opId: newId(), act: { type: 'begun', data: {} } })).rejects.toMatchObject({ code: 'not-found' })
    await people.act('technician', id, { type: 'begun', data: {} })
    await expect(people.act('supervisor', id, { type: 'begun', data: {} })).rejects.toMatchObject({ code: 'conflict' })
    await expect(people.step('technician', id, 'stop')).rejects.toMatchObject({ message: expect.stringContaining('come first') })
    await people.end('technician', id)
  })

  test('two who lock at once are both on, and a retry of an operation changes nothing', async () => {
    const id = await started()
    await people.act('technician', id, { type: 'begun', data: {} })
    for (const step of FAN_STEPS.before) await people.step('technician', id, step)
    const opId = newId()
    await Promise.all([people.on('technician', id, { opId }), people.on('technician', id, { opId }), people.on('supervisor', id), people.on('contractor', id)])
    const { isolation } = await people.of(id)
    expect(isolation?.locks.map(({ person }) => person.name).sort()).toEqual(['contractor', 'supervisor', 'technician'])
    expect(await people.on('technician', id, { opId })).toMatchObject({ locks: 3 })
    expect(await database.query('SELECT 1 FROM isolation_event WHERE op_id = $1', [opId])).toHaveLength(1)
    await expect(people.off('technician', id, { opId })).rejects.toMatchObject({ code: 'conflict' })
    for (const role of ['technician', 'supervisor', 'contractor'] as const) await people.off(role, id)
    await people.end('technician', id)
  })

  test('another\'s lock comes off by a supervisor with a reason and a witness only, and the owner hears of it', async () => {
    const id = await started()
    await people.whole('technician', id)
    const remove = (role: 'technician' | 'supervisor', witness: 'safety' | 'supervisor', late?: boolean) =>
      people.act(role, id, { type: 'lock-removed', data: { ownerId: plant.people.technician, witnessId: plant.people[witness], reason: 'went home ill' } }, late ? { late } : {})
    await expect(remove('technician', 'safety')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(remove('supervisor', 'supervisor')).rejects.toMatchObject({ message: expect.stringContaining('second person') })
    await expect(remove('supervisor', 'safety', true)).rejects.toMatchObject({ message: expect.stringContaining('connection') })
    expect(await remove('supervisor', 'safety')).toMatchObject({ locks: 0, phase: 'isolating' })
    expect((await plant.get(id)).history.at(-1)).toMatchObject({ data: { what: 'lock-removed', reason: 'went home ill', witnessId: plant.people.safety }, actor: { name: 'supervisor' } })
    expect(await database.query('SELECT person_id, safety FROM notification WHERE kind = $1', ['lock-removed'])).toEqual([{ person_id: plant.people.technician, safety: true }])
    await people.end('technician', id)
  })

  test('is lifted for a test run and restored with every step anew', async () => {
    const id = await started()
    await people.whole('technician', id)
    const lift = { type: 'lifted', data: { reason: 'does it still shake?', ...CLEAR } } as const
    await expect(people.act('technician', id, lift)).rejects.toMatchObject({ message: expect.stringContaining('Locks are still on') })
    await people.off('technician', id)
    await people.act('technician', id, lift)
    const task = await taskOf(id, true)
    await expect(plant.run('technician', id, { name: 'answerTask', payload: { taskId: task, answer: true } })).rejects.toMatchObject({ message: expect.stringContaining('test run') })
    await people.act('technician', id, { type: 'restored', data: {} })
    expect((await people.of(id)).isolation).toMatchObject({ phase: 'isolating', round: 2, next: 'prepare' })
    await people.end('technician', id)
  })
})

describe('steps of an order that are marked "isolated"', () => {
  test('wait for the verified isolation and one\'s own lock; others never do', async () => {
    const id = await started()
    const [look, change] = [await taskOf(id, false), await taskOf(id, true)]
    const answer = (role: 'technician' | 'contractor', taskId: string) => plant.run(role, id, { name: 'answerTask', payload: { taskId, answer: true } })
    await answer('technician', look)
    await expect(answer('technician', change)).rejects.toMatchObject({ code: 'illegal-transition', message: expect.stringContaining('until the machine is isolated') })
    await people.whole('technician', id)
    await expect(answer('contractor', change)).rejects.toMatchObject({ message: expect.stringContaining('own lock') })
    await people.on('contractor', id)
    await answer('contractor', change)
    expect((await plant.get(id)).tasks.find((task) => task.id === change)).toMatchObject({ answer: { value: true }, doneBy: plant.people.contractor })
    await people.off('technician', id)
    await people.off('contractor', id)
    await people.end('technician', id)
  })

  test('answered offline are facts that safety hears of, unless a lock that arrives later shows that all was well', async () => {
    const id = await started()
    const change = await taskOf(id, true)
    await plant.run('technician', id, { name: 'answerTask', payload: { taskId: change, answer: true, late: true } })
    expect((await plant.get(id)).history.at(-1)).toMatchObject({ type: 'task-answered', data: { safetyFlag: 'task-not-isolated' } })
    expect((await people.of(id)).flaggedAnswers).toMatchObject([{ title: 'Change the bearing', person: { name: 'technician' }, says: { key: 'error.isolation.task-not-isolated' } }])
    const late = (minutes: number) => ({ at: ago(minutes), late: true })
    await people.act('technician', id, { type: 'begun', data: {} }, late(30))
    for (const step of FAN_STEPS.before) await people.step('technician', id, step, late(29))
    await people.on('technician', id, late(28))
    for (const step of FAN_STEPS.after) await people.step('technician', id, step, late(27))
    expect(await people.of(id)).toMatchObject({ flaggedAnswers: [], isolation: { phase: 'isolated', flags: [] } })
    await people.off('technician', id)
    await people.end('technician', id)
  })
})

describe('what a tablet reports afterwards', () => {
  test('is kept with its time, and flagged where it would have been refused', async () => {
    const id = await started()
    await people.act('technician', id, { type: 'begun', data: {} }, { at: ago(20), late: true })
    const at = ago(10)
    await people.on('technician', id, { at, late: true })
    const view = await people.of(id)
    expect(view.isolation).toMatchObject({ locks: [{ since: at.toISOString() }], flags: [{ type: 'lock-on', says: { key: 'error.isolation.isolate-first' } }] })
    expect((await plant.get(id)).history.find(({ data }) => data['what'] === 'lock-on')).toMatchObject({ at: at.toISOString(), data: { late: true, safetyFlag: 'isolate-first' } })
    expect(await database.query('SELECT person_id FROM notification WHERE kind = $1 AND subject_id = $2', ['isolation-flagged', id])).toEqual(
      expect.arrayContaining([{ person_id: plant.people.safety }]),
    )
    await people.off('technician', id)
    await people.end('technician', id)
  })

  test('two who began offline without knowing of each other have begun one isolation', async () => {
    const id = await started()
    const [first, second] = [await people.act('technician', id, { type: 'begun', data: {} }, { at: ago(9), late: true }), await people.act('contractor', id, { type: 'begun', data: {} }, { at: ago(8), late: true })]
    expect(second.isolationId).toBe(first.isolationId)
    await people.end('technician', id)
  })
})

describe('a lock keeps the machine from being returned and the order from being closed', () => {
  test('of the order itself', async () => {
    const id = await started()
    await people.whole('technician', id)
    await expect(plant.run('technician', id, { name: 'complete', payload: { ...done, returnedAt: new Date() } })).rejects.toMatchObject({ code: 'illegal-transition', message: expect.stringContaining('technician (WO-') })
    await expect(plant.run('technician', id, { name: 'close', payload: done })).rejects.toMatchObject({ message: expect.stringMatching(/^Locks are on/) })
    await expect(plant.run('supervisor', id, { name: 'cancel', payload: { reason: 'not needed' } })).rejects.toMatchObject({ message: expect.stringMatching(/^Locks are on/) })
    await plant.run('technician', id, { name: 'complete', payload: { ...done, effect: 'functional-failure', functionLostAt: ago(600), workStartedAt: ago(10) } })
    await expect(plant.run('planner', id, { name: 'close', payload: {} })).rejects.toMatchObject({ message: expect.stringMatching(/^Locks are on/) })
    const back = { name: 'acceptProposal', payload: { proposal: 'return-to-service', accept: true } } as const
    await expect(plant.run('supervisor', id, back)).rejects.toMatchObject({ message: expect.stringMatching(/^Locks are on/) })
    await people.off('technician', id)
    await expect(plant.run('supervisor', id, back)).rejects.toMatchObject({ message: expect.stringMatching(/^The isolation is not over/) })
    await people.end('technician', id)
    await plant.run('supervisor', id, back)
    await plant.run('planner', id, { name: 'close', payload: {} })
  })

  test('of another order at the same machine', async () => {
    const [id, other] = [await started(), await started()]
    await people.whole('contractor', other)
    await expect(plant.run('technician', id, { name: 'close', payload: { ...done, returnedAt: new Date() } })).rejects.toMatchObject({ message: expect.stringContaining('contractor (WO-') })
    await plant.run('technician', id, { name: 'close', payload: done })
    await people.off('contractor', other)
    await people.end('contractor', other)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { PermitAct } from '#server/core/permits/decide.ts'
import type { NewPermit } from '#server/core/permits/issue.ts'
import { PERMIT_POLICIES, type PermitKind } from '#server/core/permits/kinds.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { orderSafety } from '#server/flows/order-safety.ts'
import { changePermit, issue } from '#server/flows/permit.ts'
import { tellOfExpiredPermits } from '#server/flows/tell/index.ts'
import { safetyBoard } from '#server/modules/permits/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
beforeAll(async () => { plant = await orderPlant(database) })

const inHours = (hours: number): Date => new Date(Date.now() + hours * 3_600_000)
const asked = (kind: PermitKind, more: Partial<NewPermit> = {}): NewPermit => ({
  kind, work: 'Open the flange', performerId: plant.people.technician, from: inHours(0), to: inHours(4), precautions: [...PERMIT_POLICIES[kind].precautions],
  readings: PERMIT_POLICIES[kind].gases.map(({ gas, low }) => ({ gas, value: low === null ? 0 : low + 1 })), ...more,
})
const give = (role: Role, orderId: string, permit: NewPermit, opId = newId()) => issue(plant.actor(role), { orderId, opId, permit })
const change = (role: Role, id: string, act: PermitAct, more: { opId?: string; late?: boolean; at?: Date } = {}) =>
  changePermit(plant.actor(role), { id, opId: newId(), act, ...more })
const handBack = async (id: string): Promise<void> => {
  await change('technician', id, { name: 'handBack', payload: {} })
  await change('supervisor', id, { name: 'close', payload: {} })
}

describe('a permit', () => {
  test('from issue to close, with everything in its history and the order\'s', async () => {
    const orderId = await plant.order()
    const { id, number } = await give('supervisor', orderId, asked('hot-work'))
    expect(number).toMatch(/^PTW-\d{6}$/)
    await change('technician', id, { name: 'suspend', payload: { reason: 'smoke in the hall' } })
    await change('technician', id, { name: 'gasTest', payload: { readings: [{ gas: 'LEL', value: 1.5 }] } })
    await change('supervisor', id, { name: 'resume', payload: {} })
    await change('supervisor', id, { name: 'extend', payload: { to: inHours(6) } })
    await expect(change('supervisor', id, { name: 'handBack', payload: {} })).rejects.toMatchObject({ code: 'forbidden' })
    await handBack(id)
    const [permit] = (await orderSafety(plant.actor('technician'), orderId)).permits
    expect(permit).toMatchObject({ number, status: 'closed', issuer: { name: 'supervisor' }, performer: { name: 'technician' } })
    expect(permit?.gasTests.map(({ gas, value, unit, within }) => [gas, value, unit, within])).toEqual([['LEL', 0, '%', true], ['LEL', 1.5, '%', true]])
    expect(permit?.history.map(({ type, by }) => [type, by])).toEqual([
      ['issued', 'supervisor'], ['suspended', 'technician'], ['gas-tested', 'technician'], ['resumed', 'supervisor'], ['extended', 'supervisor'], ['handed-back', 'technician'], ['closed', 'supervisor'],
    ])
    expect((await plant.get(orderId)).history.filter(({ type }) => type === 'permit-changed').map(({ data }) => data['what'])).toEqual(permit?.history.map(({ type }) => type))
  })

  test('is not issued by who works under it, by those who may not, for a closed order, or for somebody who works elsewhere', async () => {
    const orderId = await plant.order()
    await expect(give('supervisor', orderId, asked('height', { performerId: plant.people.supervisor }))).rejects.toMatchObject({ code: 'forbidden', facts: { field: 'performerId' } })
    await expect(give('technician', orderId, asked('height', { performerId: plant.people.contractor }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(give('supervisor', orderId, asked('height', { performerId: plant.people.storekeeper }))).rejects.toMatchObject({ code: 'invalid', facts: { field: 'performerId' } })
    await expect(give('supervisor', orderId, asked('height', { precautions: [] }))).rejects.toMatchObject({ code: 'invalid', facts: { field: 'precautions' } })
    await expect(issue(plant.actor('supervisor', newId()), { orderId, opId: newId(), permit: asked('height') })).rejects.toMatchObject({ code: 'not-found' })
    await plant.run('supervisor', orderId, { name: 'cancel', payload: { reason: 'not needed' } })
    await expect(give('supervisor', orderId, asked('height'))).rejects.toMatchObject({ code: 'illegal-transition' })
    // Whatever a program does, the database knows it too.
    await expect(database.query('UPDATE permit SET performer_id = issuer_id')).rejects.toThrow(/permit_issuer_does_not_perform/)
  })

  test('a retry of an operation changes nothing, twice at once neither', async () => {
    const orderId = await plant.order()
    const opId = newId()
    const [one, two] = await Promise.all([give('supervisor', orderId, asked('height'), opId), give('supervisor', orderId, asked('height'), opId)])
    expect(one).toEqual(two)
    const suspend = { name: 'suspend', payload: { reason: 'wind' } } as const
    const again = newId()
    await change('technician', one.id, suspend, { opId: again })
    await change('technician', one.id, suspend, { opId: again })
    expect(await database.query('SELECT type FROM permit_event WHERE permit_id = $1 ORDER BY recorded_at', [one.id])).toEqual([{ type: 'issued' }, { type: 'suspended' }])
    await expect(change('technician', one.id, { name: 'handBack', payload: {} }, { opId: again })).rejects.toMatchObject({ code: 'conflict' })
    await handBack(one.id)
  })

  test('is suspended and handed back offline, never issued, resumed or extended', async () => {
    const orderId = await plant.order()
    const { id } = await give('safety', orderId, asked('confined-space'))
    const at = inHours(-0.1)
    await change('technician', id, { name: 'suspend', payload: { reason: 'gas alarm' } }, { late: true, at })
    await expect(change('supervisor', id, { name: 'resume', payload: {} }, { late: true })).rejects.toMatchObject({ message: expect.stringContaining('connection') })
    await change('technician', id, { name: 'handBack', payload: {} }, { late: true })
    await change('supervisor', id, { name: 'close', payload: {} })
    await change('technician', id, { name: 'suspend', payload: { reason: 'told late' } }, { late: true, at })
    const [permit] = (await orderSafety(plant.actor('admin'), orderId)).permits
    expect(permit).toMatchObject({ status: 'closed' })
    expect(permit?.history.find(({ type, late }) => type === 'suspended' && late)).toMatchObject({ at: at.toISOString() })
  })
})

describe('two permits that must not be at once', () => {
  test('the second is refused, and safety alone overrules it with a reason', async () => {
    const [one, two] = [await plant.order(), await plant.order()]
    const first = await give('supervisor', one, asked('line-breaking'))
    await expect(give('supervisor', two, asked('hot-work'))).rejects.toMatchObject({ code: 'conflict', facts: { conflicts: [first.number] } })
    await expect(give('supervisor', two, asked('hot-work', { overrule: 'it is far enough' }))).rejects.toMatchObject({ code: 'forbidden' })
    const second = await give('safety', two, asked('hot-work', { overrule: 'a fire wall stands between' }))
    expect((await orderSafety(plant.actor('admin'), two)).permits[0]?.history[0]?.data).toMatchObject({ overruled: { with: [first.number], reason: 'a fire wall stands between' } })
    await handBack(first.id)
    await handBack(second.id)
  })

  test('of two issued at the same moment one is refused', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, two] = [await plant.order(), await plant.order()]
      const both = await Promise.allSettled([give('supervisor', one, asked('line-breaking')), give('safety', two, asked('hot-work'))])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      for (const result of both) if (result.status === 'fulfilled') await handBack(result.value.id)
    }
  })

  test('one that was suspended meanwhile does not come back beside another', async () => {
    const [one, two] = [await plant.order(), await plant.order()]
    const first = await give('supervisor', one, asked('line-breaking'))
    await change('technician', first.id, { name: 'suspend', payload: { reason: 'welding first' } })
    const second = await give('supervisor', two, asked('hot-work'))
    await expect(change('supervisor', first.id, { name: 'resume', payload: {} })).rejects.toMatchObject({ code: 'conflict' })
    await handBack(second.id)
    await change('supervisor', first.id, { name: 'resume', payload: {} })
    await handBack(first.id)
  })
})

describe('a permit that is open', () => {
  test('keeps its order from being closed and its machine from being returned', async () => {
    const [one, two] = [await plant.order(), await plant.order()]
    for (const id of [one, two]) await plant.run('technician', id, { name: 'start', payload: {} })
    const done = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' } as const
    const { id, number } = await give('supervisor', one, asked('height'))
    await expect(plant.run('technician', one, { name: 'close', payload: done })).rejects.toMatchObject({ code: 'illegal-transition', message: expect.stringContaining(`${number} (WO-`) })
    await expect(plant.run('technician', two, { name: 'close', payload: { ...done, returnedAt: new Date() } })).rejects.toMatchObject({ message: expect.stringContaining(number) })
    await plant.run('technician', two, { name: 'close', payload: done })
    await plant.run('technician', one, { name: 'complete', payload: done })
    await handBack(id)
    await plant.run('planner', one, { name: 'close', payload: {} })
  })

  test('stands on the board, and holder and issuer hear once that its time is over', async () => {
    const orderId = await plant.order()
    const { id, number } = await give('supervisor', orderId, asked('electrical'))
    expect((await safetyBoard(plant.actor('technician'))).permits).toMatchObject([{ number, expired: false, asset: { tag: 'CT-301' } }])
    expect((await safetyBoard(plant.actor('technician', newId()))).permits).toEqual([])
    await database.query(`UPDATE permit SET from_at = now() - interval '2 hours', to_at = now() - interval '1 minute' WHERE id = $1`, [id])
    await tellOfExpiredPermits(plant.orgId)
    await tellOfExpiredPermits(plant.orgId)
    const told = await database.query<{ person_id: string }>('SELECT person_id FROM notification WHERE kind = $1', ['permit-expired'])
    expect(told.map((row) => row.person_id).sort()).toEqual([plant.people.technician, plant.people.supervisor].sort())
    expect((await safetyBoard(plant.actor('technician'))).permits).toMatchObject([{ number, expired: true }])
    await handBack(id)
  })
})

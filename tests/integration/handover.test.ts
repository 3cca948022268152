import { beforeAll, describe, expect, test } from 'vitest'
import type { NewRepair } from '#server/core/handover/handover.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { PERMIT_POLICIES } from '#server/core/permits/kinds.ts'
import { acknowledge, change, register, remove, sign } from '#server/flows/hand-over.ts'
import { issue } from '#server/flows/permit.ts'
import { tellOfPastRepairs } from '#server/flows/tell/index.ts'
import { handoverBoard, prepareHandover } from '#server/modules/handover/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { isolating } from './support/isolation-plant.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
beforeAll(async () => { plant = await orderPlant(database) })

const inHours = (hours: number): Date => new Date(Date.now() + hours * 3_600_000)
const repair = (more: Partial<NewRepair> = {}): NewRepair => ({ assetId: plant.assetId, what: 'Clamp over the crack', risk: 'medium', ownerId: plant.people.supervisor, expiresAt: inHours(48), ...more })
const registered = (role: Role, more: Partial<NewRepair> = {}, opId = newId()) => register(plant.actor(role), { opId, repair: repair(more) })
const prepared = (role: Role = 'technician') => prepareHandover(plant.actor(role), { siteId: plant.siteId, areaId: null })
const signed = (role: Role, snapshotId: string, opId = newId(), at?: Date) => sign(plant.actor(role), { opId, snapshotId, shift: 'night', text: 'All calm', at })

describe('a handover', () => {
  test('gathers what is open, freezes it with the signature, and goes to another person', async () => {
    const people = await isolating(plant)
    const orderId = await plant.order()
    await plant.run('technician', orderId, { name: 'start', payload: {} })
    await people.whole('technician', orderId)
    await issue(plant.actor('supervisor'), {
      orderId, opId: newId(), permit: { kind: 'height', work: 'Work on the hub', performerId: plant.people.technician, from: inHours(0), to: inHours(2), precautions: [...PERMIT_POLICIES.height.precautions], readings: [] },
    })
    await plant.incident({ priority: 2 })
    await registered('technician')
    const { snapshotId, content } = await prepared()
    expect(content).toMatchObject({
      place: { site: 'Site', area: null }, orders: [{ status: 'in_progress', assignee: 'technician', machine: { tag: 'CT-301' } }], locks: [{ person: 'technician', phase: 'isolated' }],
      permits: [{ kind: 'height', performer: 'technician' }], repairs: [{ what: 'Clamp over the crack', owner: 'supervisor' }], machines: [{ priority: 2, alarms: 1 }],
    })
    await people.off('technician', orderId)
    const { id } = await signed('technician', snapshotId)
    const [handover] = (await handoverBoard(plant.actor('contractor'))).handovers
    expect(handover).toMatchObject({ id, shift: 'night', text: 'All calm', signedBy: { name: 'technician' }, acknowledged: null, mayAcknowledge: true, content: { locks: [{ person: 'technician' }] } })
    await expect(acknowledge(plant.actor('technician'), { id, opId: newId() })).rejects.toMatchObject({ code: 'forbidden' })
    await acknowledge(plant.actor('contractor'), { id, opId: newId(), note: 'Seen the clamp' })
    await expect(acknowledge(plant.actor('supervisor'), { id, opId: newId() })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('contractor') })
    expect((await handoverBoard(plant.actor('technician'))).handovers[0]).toMatchObject({ acknowledged: { by: { name: 'contractor' }, note: 'Seen the clamp' }, mayAcknowledge: false })
  })

  test('is signed and acknowledged offline, once, with the time at which it was done', async () => {
    const { snapshotId } = await prepared()
    const [opId, ackId, at] = [newId(), newId(), inHours(-1)]
    const [one, two] = await Promise.all([signed('technician', snapshotId, opId, at), signed('technician', snapshotId, opId, at)])
    expect(one).toEqual(two)
    const took = { id: opId, opId: ackId, at: inHours(-0.5) }
    await acknowledge(plant.actor('supervisor'), took)
    await acknowledge(plant.actor('supervisor'), took)
    const view = (await handoverBoard(plant.actor('technician'))).handovers.find(({ id }) => id === opId)
    expect(view).toMatchObject({ signedAt: at.toISOString(), acknowledged: { at: took.at.toISOString() } })
    const other = await prepared()
    await expect(signed('technician', other.snapshotId, opId)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is of sites that one may see, by people who work there', async () => {
    await expect(prepareHandover(plant.actor('technician', newId()), { siteId: plant.siteId, areaId: null })).rejects.toMatchObject({ code: 'not-found' })
    await expect(prepareHandover(plant.actor('planner'), { siteId: plant.siteId, areaId: null })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(prepareHandover(plant.actor('technician'), { siteId: plant.siteId, areaId: plant.assetId })).rejects.toMatchObject({ code: 'not-found' })
    const elsewhere = await handoverBoard(plant.actor('technician', newId()))
    expect([elsewhere.handovers, elsewhere.repairs, elsewhere.places]).toEqual([[], [], []])
  })
})

describe('the register of temporary repairs', () => {
  test('what is past its time tops the list, and its owner hears of it once', async () => {
    const { id } = await registered('technician', { what: 'Tape on the cable', risk: 'low' })
    await registered('technician', { what: 'Bridge over the switch', risk: 'high' })
    await database.query(`UPDATE temporary_repair SET expires_at = now() - interval '1 hour' WHERE id = $1`, [id])
    const { repairs } = await handoverBoard(plant.actor('technician'))
    expect(repairs.map(({ what, past }) => [what, past])).toEqual([['Tape on the cable', true], ['Bridge over the switch', false], ['Clamp over the crack', false]])
    await tellOfPastRepairs(plant.orgId)
    await tellOfPastRepairs(plant.orgId)
    expect(await database.query('SELECT person_id FROM notification WHERE kind = $1', ['repair-expired'])).toEqual([{ person_id: plant.people.supervisor }])
    await change(plant.actor('supervisor'), { id, expiresAt: inHours(5) })
    expect((await handoverBoard(plant.actor('technician'))).repairs[0]).toMatchObject({ what: 'Bridge over the switch', past: false })
  })

  test('names the order that removes it, keeps to people and times that make sense, and is registered and removed once', async () => {
    const orderId = await plant.order()
    const { order } = await plant.get(orderId)
    const opId = newId()
    await Promise.all([registered('technician', { order: order.number }, opId), registered('technician', { order: order.number }, opId)])
    expect((await handoverBoard(plant.actor('technician'))).repairs.find(({ id }) => id === opId)).toMatchObject({ order: { number: order.number } })
    await expect(registered('technician', { order: 'WO-999999' })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'order' } })
    await expect(registered('technician', { expiresAt: inHours(-1) })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'expiresAt' } })
    await expect(registered('technician', { ownerId: newId() })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'ownerId' } })
    await expect(registered('manager')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(change(plant.actor('contractor'), { id: opId, expiresAt: inHours(9) })).rejects.toMatchObject({ code: 'forbidden' })
    const gone = { id: opId, opId: newId(), note: 'welded' }
    await remove(plant.actor('technician'), gone)
    await remove(plant.actor('technician'), gone)
    await expect(remove(plant.actor('supervisor'), { id: opId, opId: newId() })).rejects.toMatchObject({ code: 'conflict' })
    await expect(change(plant.actor('supervisor'), { id: opId, expiresAt: inHours(9) })).rejects.toMatchObject({ code: 'conflict' })
    expect((await handoverBoard(plant.actor('technician'))).repairs.some(({ id }) => id === opId)).toBe(false)
  })
})

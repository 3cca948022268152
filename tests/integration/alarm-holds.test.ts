import { describe, expect, test } from 'vitest'
import { mayCall } from '#server/core/alarms/may-call.ts'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { releaseAlarms } from '#server/flows/release-alarms.ts'
import { addSuppression, callFactsOf, removeSuppression, returnToService, shelve, takeOutOfService, unshelve } from '#server/modules/incidents/index.ts'
import { fileOrder } from '#server/modules/work-orders/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { alarmPlant, HOT, type AlarmPlant, type StoredIncident } from './support/alarm-plant.ts'

const database = useTestDatabase()
const T0 = Math.floor(Date.now() / 1000) * 1000 - 60_000
const hence = (hours: number): Date => new Date(Date.now() + hours * HOUR_MS)

const newest = async (plant: AlarmPlant): Promise<StoredIncident> => {
  const last = (await plant.incidents()).at(-1)
  if (!last) throw new Error('no incident opened')
  return last
}
const calls = async (plant: AlarmPlant, id: string): Promise<boolean | null> => {
  const facts = await withTenant(plant.orgId, (tx) => callFactsOf(tx, id))
  return facts && mayCall(facts)
}
const journal = async (plant: AlarmPlant, key: string): Promise<string[]> =>
  (await database.query<{ type: string }>('SELECT type FROM alarm_event WHERE org_id = $1 AND key = $2 ORDER BY no', [plant.orgId, key])).map((row) => row.type)
const orderOn = (plant: AlarmPlant): Promise<{ id: string }> =>
  fileOrder(plant.actor('supervisor'), { source: 'manual', kind: 'corrective', assetId: plant.assetIds[0] ?? '', title: 'Replace the sensor', priority: 3, idempotencyKey: newId() })

/** A plant whose machine was hot once and is well again, whose messages nobody handled: its alarm is known, and it has no ticket. */
async function known(shape: Parameters<typeof alarmPlant>[1] = {}): Promise<{ plant: AlarmPlant; id: string; key: string }> {
  const plant = await alarmPlant(database, shape)
  await plant.send(T0, { '0': 90 })
  await plant.send(T0 + 1000, { '0': 20 })
  await database.query('DELETE FROM outbox WHERE org_id = $1', [plant.orgId])
  const { id, key } = await newest(plant)
  return { plant, id, key }
}

describe('a shelf', () => {
  test('keeps new episodes of the alarm quiet, and gives one that stands its ticket when it is taken off', async () => {
    const { plant, id, key } = await known()
    const { shelfId } = await shelve(plant.actor('technician'), { id, until: hence(8), reason: 'sensor is being moved' })
    await plant.send(T0 + 10_000, { '0': 95 })
    const quiet = await newest(plant)
    expect(quiet).toMatchObject({ held: 'shelved', alarm: 'shelved' })
    expect(await calls(plant, quiet.id)).toBe(false)
    expect(await plant.orders()).toEqual([])
    await unshelve(plant.actor('technician'), { shelfId })
    await unshelve(plant.actor('technician'), { shelfId })
    expect(await plant.tickets()).toBe(1)
    expect(await newest(plant)).toMatchObject({ held: null, alarm: 'unacknowledged-active' })
    expect(await calls(plant, quiet.id)).toBe(true)
    expect((await plant.orders()).map((order) => order.incidentId)).toEqual([quiet.id])
    expect(await journal(plant, key)).toEqual(['activated', 'returned', 'shelved', 'activated', 'shelved', 'unshelved', 'unshelved'])
  })

  test('ends at its time, once', async () => {
    const { plant, id } = await known()
    await shelve(plant.actor('technician'), { id, until: hence(1), reason: 'waiting for the part' })
    await plant.send(T0 + 10_000, { '0': 95 })
    await releaseAlarms()
    expect((await newest(plant)).held).toBe('shelved')
    await database.query(`UPDATE alarm_shelf SET until = now() - interval '1 second' WHERE org_id = $1`, [plant.orgId])
    await Promise.all([releaseAlarms(), releaseAlarms()])
    await releaseAlarms()
    expect(await plant.tickets()).toBe(1)
    expect(await plant.orders()).toHaveLength(1)
    expect(await database.query('SELECT ended_cause AS cause FROM alarm_shelf WHERE org_id = $1', [plant.orgId])).toEqual([{ cause: 'expired' }])
  })

  test('ends by itself when the alarm is more urgent than when it was shelved', async () => {
    const { plant, id } = await known({ rules: [HOT, { ...HOT, limit: 120, clear: 110, priority: 1 }] })
    await shelve(plant.actor('technician'), { id, until: hence(1), reason: 'waiting for the part' })
    await plant.send(T0 + 10_000, { '0': 95 })
    expect((await newest(plant)).held).toBe('shelved')
    await plant.send(T0 + 11_000, { '0': 130 })
    expect(await newest(plant)).toMatchObject({ held: null, priority: 1, alarm: 'unacknowledged-active' })
    expect(await database.query('SELECT ended_cause AS cause FROM alarm_shelf WHERE org_id = $1', [plant.orgId])).toEqual([{ cause: 'escalated' }])
    await plant.tickets()
    expect(await plant.orders()).toHaveLength(1)
  })

  test('is for 24 hours, for 7 days by whoever may suppress, once, and never of a safety alarm', async () => {
    const { plant, id } = await known()
    const put = (role: Parameters<AlarmPlant['actor']>[0], hours: number, alarm = id) => shelve(plant.actor(role), { id: alarm, until: hence(hours), reason: 'because' })
    await expect(put('technician', 25)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(put('manager', 1)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(put('requester', 1)).rejects.toMatchObject({ code: 'not-found' })
    await put('supervisor', 100)
    await expect(put('supervisor', 1)).rejects.toMatchObject({ code: 'conflict' })
    const gas = await known({ rules: [{ ...HOT, failureMode: 'GAS' }] })
    await expect(shelve(gas.plant.actor('admin'), { id: gas.id, until: hence(1), reason: 'because' })).rejects.toMatchObject({ code: 'illegal-transition' })
  })

  test('catches an episode that opened while it was put up', async () => {
    const { plant, id, key } = await known()
    await plant.send(T0 + 10_000, { '0': 95 })
    await database.query(
      `INSERT INTO alarm_shelf (org_id, id, site_id, asset_id, key, priority, reason, shelved_by, until)
       SELECT org_id, $2, site_id, asset_id, key, 3, 'at the same moment', $3, now() + interval '1 hour' FROM incident WHERE id = $1`, [id, newId(), plant.actor('admin').personId])
    await plant.tickets()
    expect(await plant.orders()).toEqual([])
    expect(await newest(plant)).toMatchObject({ key, held: 'shelved', alarm: 'shelved' })
  })
})

describe('out of service', () => {
  test('needs an open order of the machine and the permission, and gives what stands its ticket on return', async () => {
    const { plant, id } = await known()
    const order = await orderOn(plant)
    const take = (role: Parameters<AlarmPlant['actor']>[0], workOrderId: string) => takeOutOfService(plant.actor(role), { id, scope: 'point', workOrderId, reason: 'sensor broken' })
    await expect(take('technician', order.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(take('safety', newId())).rejects.toMatchObject({ code: 'invalid' })
    const { outageId } = await take('safety', order.id)
    await plant.send(T0 + 10_000, { '0': 95 })
    await plant.tickets()
    expect(await newest(plant)).toMatchObject({ held: 'out-of-service', alarm: 'out-of-service' })
    const before = (await plant.orders()).filter((one) => one.incidentId !== null)
    await releaseAlarms()
    expect((await newest(plant)).held).toBe('out-of-service')
    await returnToService(plant.actor('safety'), { outageId })
    await plant.tickets()
    expect(await newest(plant)).toMatchObject({ held: null, alarm: 'unacknowledged-active' })
    expect((await plant.orders()).filter((one) => one.incidentId !== null).length).toBe(before.length + 1)
  })

  test('of one point leaves the other points of the same problem their voice', async () => {
    const { plant, id } = await known({ codes: ['temp', 'oil'], rules: [HOT, { ...HOT, points: ['oil'] }] })
    await takeOutOfService(plant.actor('admin'), { id, scope: 'point', workOrderId: (await orderOn(plant)).id, reason: 'sensor broken' })
    await plant.send(T0 + 10_000, { '0.oil': 95 })
    expect((await newest(plant)).held).toBeNull()
  })
})

describe('suppression by design', () => {
  const SHAPE = { machines: 2, codes: ['temp', 'speed'] }
  async function stopped(rules: Parameters<typeof alarmPlant>[1] = {}): Promise<{ plant: AlarmPlant; id: string }> {
    const plant = await alarmPlant(database, { ...SHAPE, ...rules })
    // Machine 1's alarms are suppressed while machine 0 stands still.
    const cause = plant.points.find((point) => point.key.endsWith('M-0.speed'))
    const { id } = await addSuppression(plant.actor('reliability-engineer'), { causePointId: cause?.id ?? '', direction: 'below', limit: 5, assetId: plant.assetIds[1] ?? '', reason: 'the line stands' })
    return { plant, id }
  }

  test('suppresses new alarms while the cause says "stopped", and ends with it', async () => {
    const { plant } = await stopped()
    await plant.send(T0, { '0.speed': 0 })
    await plant.send(T0 + 1000, { '1': 95 })
    await plant.tickets()
    expect(await newest(plant)).toMatchObject({ tag: 'M-1', held: 'by-design', alarm: 'suppressed' })
    expect(await plant.orders()).toEqual([])
    await plant.send(Date.now() - 1000, { '0.speed': 0 })
    await releaseAlarms()
    expect((await newest(plant)).held).toBe('by-design')
    await plant.send(Date.now(), { '0.speed': 50 })
    await releaseAlarms()
    await plant.tickets()
    expect(await newest(plant)).toMatchObject({ held: null, alarm: 'unacknowledged-active' })
    expect(await plant.orders()).toHaveLength(1)
  })

  test('not when the cause runs, is silent, or is not configured any more', async () => {
    const { plant, id } = await stopped()
    await plant.send(T0, { '0.speed': 50 })
    await plant.send(T0 + 1000, { '1': 95 })
    expect((await newest(plant)).held).toBeNull()
    const silent = await stopped({ stalenessMs: 5000 })
    await silent.plant.send(T0, { '0.speed': 0 })
    await silent.plant.send(T0 + 20_000, { '1': 95 })
    expect((await newest(silent.plant)).held).toBeNull()
    const removed = await stopped()
    await removed.plant.send(T0, { '0.speed': 0 })
    await removed.plant.send(T0 + 1000, { '1': 95 })
    await removeSuppression(removed.plant.actor('admin'), { id: removed.id })
    await removed.plant.tickets()
    expect((await newest(removed.plant)).held).toBeNull()
    expect(await removed.plant.orders()).toHaveLength(1)
    await expect(removeSuppression(plant.actor('technician'), { id })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('never of a safety alarm', async () => {
    const { plant } = await stopped({ rules: [{ ...HOT, failureMode: 'GAS' }] })
    await plant.send(T0, { '0.speed': 0 })
    await plant.send(T0 + 1000, { '1': 95 })
    await plant.tickets()
    expect((await newest(plant)).held).toBeNull()
    expect(await plant.orders()).toHaveLength(1)
  })
})

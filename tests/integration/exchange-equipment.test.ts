import { beforeEach, describe, expect, test } from 'vitest'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { assetPage } from '#server/flows/asset-page.ts'
import { exchangeEquipment } from '#server/flows/exchange-equipment.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'

const database = useTestDatabase()
let plant: Plant
beforeEach(async () => {
  plant = await makePlant({ machines: 2, codes: ['temp'], rules: [{ kind: 'threshold', points: ['temp'], measure: { kind: 'deviation', learnMs: 600_000 }, direction: 'above', limit: 4, priority: 3 }] })
})

const engineer = (role: Role = 'reliability-engineer', siteId: string | null = null): PersonActor => ({ type: 'person', orgId: plant.orgId, personId: newId(), name: 'Engineer', grants: [{ role, siteId }] })
const system = () => ({ type: 'system', orgId: plant.orgId }) as const
const machine = (index = 0): string => plant.assetIds[index] ?? ''
const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)
const put = (serial: string, more: { assetId?: string; seen?: string | null; at?: Date } = {}) =>
  exchangeEquipment(system(), { assetId: machine(), seen: null, equipment: { serial, manufacturer: 'Grundfos', model: 'NB 50' }, at: ago(60), reason: 'worn out', ...more })
const there = async (index = 0) => {
  const { equipment, earlier, restarts } = await assetPage(engineer(), { id: machine(index) })
  return { id: equipment?.id ?? null, serial: equipment?.serial, earlier: earlier.map((one) => one.serial), restarts: restarts.map((one) => one.activity) }
}

describe('exchanging equipment', () => {
  test('installs it, keeps what was there as history, and lets what was learnt of the machine be learnt anew', async () => {
    await put('P-1')
    const first = await there()
    expect(first).toMatchObject({ serial: 'P-1', earlier: [], restarts: ['exchange'] })
    await put('P-2', { seen: first.id, at: ago(10) })
    expect(await there()).toMatchObject({ serial: 'P-2', earlier: ['P-1'], restarts: ['exchange', 'exchange'] })
    const [site] = await database.query<{ config_version: string }>('SELECT config_version::text FROM site WHERE id = $1', [plant.siteId])
    expect(Number(site?.config_version), 'the lane hears of both').toBeGreaterThanOrEqual(2)
    const audit = await database.query(`SELECT before, after->>'serial' AS serial, after->>'reason' AS reason FROM audit WHERE org_id = $1 AND action = 'asset.exchange-equipment' ORDER BY at`, [plant.orgId])
    expect(audit).toEqual([{ before: { serial: null }, serial: 'P-1', reason: 'worn out' }, { before: { serial: 'P-1' }, serial: 'P-2', reason: 'worn out' }])
  })

  test('again changes nothing, and over what somebody exchanged meanwhile is refused', async () => {
    await put('P-1')
    await put('P-1')
    expect(await there()).toMatchObject({ serial: 'P-1', restarts: ['exchange'] })
    await expect(put('P-2', { at: ago(5) })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('Somebody has exchanged') })
  })

  test('of many at once leaves one there', async () => {
    const results = await Promise.allSettled(['P-1', 'P-2', 'P-3', 'P-4'].map((serial) => put(serial)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await database.query('SELECT 1 FROM installation WHERE org_id = $1', [plant.orgId]))).toHaveLength(1)
  })

  test('moves equipment only from the store, and names where it is installed', async () => {
    await put('P-1')
    await expect(put('P-1', { assetId: machine(1) })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('installed at M-0') })
    await put('P-2', { seen: (await there()).id, at: ago(10) })
    await put('P-1', { assetId: machine(1), at: ago(5) })
    expect(await there(1)).toMatchObject({ serial: 'P-1' })
  })

  test.each([
    ['in the future', -60, 'still to come'],
    ['before what is there was installed', 120, 'not installed yet'],
  ])('%s is refused in words', async (_name, minutes, words) => {
    await put('P-1')
    await expect(put('P-2', { seen: (await there()).id, at: ago(minutes) })).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(words) })
    expect(await there()).toMatchObject({ serial: 'P-1', earlier: [] })
  })

  test('is for those who may edit machines at the site', async () => {
    const input = { assetId: machine(), seen: null, equipment: { serial: 'P-1', manufacturer: null, model: null }, at: ago(1), reason: 'worn out' }
    await expect(exchangeEquipment(engineer('technician'), input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(exchangeEquipment(engineer('planner', newId()), input)).rejects.toMatchObject({ code: 'not-found' })
  })
})

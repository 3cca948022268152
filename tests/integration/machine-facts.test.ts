import { beforeEach, describe, expect, test } from 'vitest'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { assetPage } from '#server/flows/asset-page.ts'
import { saveMachineFacts, savePointFacts } from '#server/modules/assets/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { incidents, rows, take } = laneHelpers(database)
const NOTHING = { powerKw: null, shaftHeightMm: null, support: null, speedRpm: null, machineType: null }
const MOTOR = { powerKw: 90, shaftHeightMm: 280, support: 'rigid', speedRpm: 1480, machineType: 'general' } as const
const UNKNOWN = { unit: 'mm/s', bandLowHz: null, bandHighHz: null, sampleRateHz: null }
const COVERED = { unit: 'mm/s', bandLowHz: 10, bandHighHz: 1000, sampleRateHz: 2560 }

let plant: Plant
let assetId: string
let pointId: string
const engineer = (role: Role = 'reliability-engineer', siteId: string | null = null): PersonActor => ({ type: 'person', orgId: plant.orgId, personId: newId(), name: 'Engineer', grants: [{ role, siteId }] })
const page = () => assetPage(engineer(), { id: assetId })

beforeEach(async () => {
  plant = await makePlant({ codes: ['vib'], rules: [{ kind: 'threshold', points: ['vib'], measure: { kind: 'iso-zone' }, direction: 'above', priority: 2 }] })
  assetId = plant.assetIds[0] ?? ''
  pointId = plant.points[0]?.id ?? ''
  await database.query(`UPDATE point SET quantity = 'vibration-velocity', unit = 'mm/s' WHERE id = $1`, [pointId])
})

describe('what ISO 20816-3 needs of a machine', () => {
  test('is said step by step until it gives a zone, and its rule judges by it from the next reading on', async () => {
    const begin = Date.now() - 600_000
    const shake = (value: number, step: number) => take(plant, { readings: rows(plant, [value, value], begin + step * 2000) })
    const said = async () => { const { zones, rules } = await page(); return [zones[0]?.problem, rules[0]?.problems[0]?.problem] }
    await shake(3, 0)
    expect(await said()).toEqual(['iso-machine-unknown', 'iso-machine-unknown'])
    await saveMachineFacts(engineer(), { id: assetId, facts: MOTOR, seen: NOTHING })
    expect(await said()).toEqual(['iso-band', 'iso-band'])
    await shake(3, 1)
    expect(await incidents(plant)).toEqual([])
    await savePointFacts(engineer(), { id: pointId, facts: COVERED, seen: UNKNOWN })
    expect((await page()).zones).toEqual([{ points: ['vib'], zones: { ab: 1.4, bc: 2.8, cd: 4.5 }, problem: null }])
    await shake(3, 2)
    expect(await incidents(plant)).toMatchObject([{ state: 'open', peak: 3 }])
  })

  test('keeps what else stands on the nameplate, and is kept in the audit', async () => {
    await database.query(`UPDATE asset SET nameplate = '{"oil":"VG 46","power":"90,0 kW"}' WHERE id = $1`, [assetId])
    await saveMachineFacts(engineer(), { id: assetId, facts: MOTOR, seen: { ...NOTHING, powerKw: 90 } })
    expect((await page()).asset.nameplate).toMatchObject({ oil: 'VG 46', power: '90,0 kW', speed: '1480 /min' })
    const audit = await database.query('SELECT action, before, after FROM audit WHERE org_id = $1', [plant.orgId])
    expect(audit).toEqual([{ action: 'asset.save-facts', before: { ...NOTHING, powerKw: 90 }, after: MOTOR }])
  })
})

describe('writing them', () => {
  test('again changes nothing, and over what somebody wrote meanwhile is refused', async () => {
    const write = () => saveMachineFacts(engineer(), { id: assetId, facts: MOTOR, seen: NOTHING })
    await write()
    await write()
    expect(await database.query('SELECT count(*)::int AS n FROM audit WHERE org_id = $1', [plant.orgId])).toEqual([{ n: 1 }])
    await expect(saveMachineFacts(engineer(), { id: assetId, facts: { ...MOTOR, support: 'flexible' }, seen: NOTHING })).rejects.toMatchObject({ code: 'conflict' })
    await savePointFacts(engineer(), { id: pointId, facts: COVERED, seen: UNKNOWN })
    await expect(savePointFacts(engineer(), { id: pointId, facts: { ...COVERED, bandLowHz: 2 }, seen: UNKNOWN })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('needs the permission to edit assets at the machine\'s site', async () => {
    await expect(saveMachineFacts(engineer('technician'), { id: assetId, facts: MOTOR, seen: NOTHING })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(savePointFacts(engineer('planner', newId()), { id: pointId, facts: COVERED, seen: UNKNOWN })).rejects.toMatchObject({ code: 'not-found' })
    await savePointFacts(engineer('planner', plant.siteId), { id: pointId, facts: COVERED, seen: UNKNOWN })
  })

  test.each([
    ['a band beyond half the sample rate', { ...COVERED, sampleRateHz: 1500 }, 'invalid', 'half of its sample rate'],
    ['a unit of something else', { ...UNKNOWN, unit: 'bar' }, 'invalid', 'something else'],
    ['another unit while a rule judges it', { ...UNKNOWN, unit: 'm/s' }, 'conflict', 'Rule 0'],
  ])('%s is refused in words', async (_name, facts, code, words) => {
    await expect(savePointFacts(engineer(), { id: pointId, facts, seen: UNKNOWN })).rejects.toMatchObject({ code, message: expect.stringContaining(words) as string })
  })

  test('another unit is taken while nothing was read and no rule judges it, and never again afterwards', async () => {
    await database.query(`UPDATE rule SET status = 'retired' WHERE org_id = $1`, [plant.orgId])
    await savePointFacts(engineer(), { id: pointId, facts: { ...UNKNOWN, unit: 'm/s' }, seen: UNKNOWN })
    await take(plant, { readings: rows(plant, [1], Date.now() - 60_000) })
    await expect(savePointFacts(engineer(), { id: pointId, facts: UNKNOWN, seen: { ...UNKNOWN, unit: 'm/s' } })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('Readings') as string })
  })
})

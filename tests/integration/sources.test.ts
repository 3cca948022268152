import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { mqttSettings } from '#server/core/sources/mqtt-settings.ts'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { createSource, enabledSources, listSources, saveProblem, saveUnreadable, setSourceEnabled, type CreateSource } from '#server/modules/sources/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'

const database = useTestDatabase()
const person = (plant: Plant, role: Role = 'ot-engineer', siteId: string | null = plant.siteId): PersonActor => ({
  type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role, siteId }],
})
const config = mqttSettings.parse({ url: 'mqtt://h:1', clientId: 'c', mappings: [{ topic: 'a', values: [{ point: 'p' }] }] })
const mqtt = (plant: Plant): CreateSource => ({ siteId: plant.siteId, name: 'Broker', clock: 'live', reorderWindowMs: 0, kind: 'mqtt', config })

describe('listSources', () => {
  let plant: Plant
  beforeAll(async () => {
    plant = await makePlant({ rangeHigh: 100 })
    const point = plant.points[0]?.key
    const ts = Date.now() - 5000
    await acceptBatch(plant.source, { readings: [{ point, ts, value: 1 }, { point, ts: ts + 1000, value: 500 }, { point: 'nowhere', ts, value: 1 }] })
    await drainOnce(plant.source.laneNo)
  })

  test('tells when it was last seen, its rate by minute, and what was rejected and why', async () => {
    const [source, ...more] = await listSources(person(plant))
    expect(more).toEqual([])
    expect(source).toMatchObject({ name: 'source', kind: 'http', clock: 'live', enabled: true, demo: false, note: null, replayedUntil: null })
    expect(source?.lastSeenAt).not.toBeNull()
    expect(source?.perMinute).toHaveLength(60)
    expect(source?.perMinute.at(-1)).toBe(2)
    expect(source?.recentRejects.map((reject) => reject.code).sort()).toEqual(['range', 'unknown-point'])
    expect(source?.recentRejects.find((reject) => reject.code === 'range')).toMatchObject({ count: 1 })
  })

  test('takes the rate from whole minutes that are over', async () => {
    await database.query(`UPDATE inbox SET received_at = received_at - interval '2 minutes' WHERE source_id = $1`, [plant.source.sourceId])
    const [source] = await listSources(person(plant))
    expect(source?.ratePerMin).toBeCloseTo(2 / 5)
    expect(source?.perMinute.at(-3)).toBe(2)
  })

  test('shows what a connector says about itself, until all is well', async () => {
    const source = { orgId: plant.orgId, sourceId: plant.source.sourceId, laneNo: plant.source.laneNo, clock: 'live' as const, version: 1 }
    await saveProblem(source, 'The broker is away.')
    await saveUnreadable(source, 7, ['not JSON', 'no time'])
    const [bad] = await listSources(person(plant))
    expect(bad?.note).toBe('The broker is away.')
    expect(bad?.recentRejects.find((reject) => reject.code === 'decode')).toMatchObject({ count: 2 })
    await saveProblem(source, null)
    expect((await listSources(person(plant)))[0]?.note).toBeNull()
  })

  test('says until when a recording was replayed', async () => {
    const replay = await makePlant({ clock: 'replay' })
    await acceptBatch(replay.source, { readings: [{ point: replay.points[0]?.key, ts: '2026-01-01T00:00:00Z', value: 1 }] })
    await drainOnce(replay.source.laneNo)
    expect((await listSources(person(replay)))[0]?.replayedUntil).toBe('2026-01-01T00:00:00.000Z')
  })

  test('shows a person his sites only', async () => {
    expect(await listSources(person(plant, 'ot-engineer', newId()))).toEqual([])
    expect((await listSources(person(await makePlant()))).some((source) => source.id === plant.source.sourceId)).toBe(false)
  })
})

describe('createSource and setSourceEnabled', () => {
  test('make a source that the gateway reads, and switch it off and on, with an audit row each', async () => {
    const plant = await makePlant()
    const { id } = await createSource(person(plant), mqtt(plant))
    const wanted = async () => (await enabledSources(['mqtt'])).filter((source) => source.sourceId === id)
    expect(await wanted()).toMatchObject([{ orgId: plant.orgId, laneNo: plant.source.laneNo, config }])
    await setSourceEnabled(person(plant), { id, enabled: false })
    await setSourceEnabled(person(plant), { id, enabled: false })
    expect(await wanted()).toEqual([])
    await setSourceEnabled(person(plant), { id, enabled: true })
    expect(await wanted()).toHaveLength(1)
    const actions = await database.query<{ action: string }>(`SELECT action FROM audit WHERE org_id = $1 AND entity = 'source' ORDER BY at, id`, [plant.orgId])
    expect(actions.map((row) => row.action)).toEqual(['source.create', 'source.disable', 'source.enable'])
  })

  test('give the site its lane when it has none yet', async () => {
    const plant = await makePlant()
    await database.query('DELETE FROM lane WHERE site_id = $1', [plant.siteId])
    const { id } = await createSource(person(plant), mqtt(plant))
    expect((await enabledSources(['mqtt'])).map((source) => source.sourceId)).toContain(id)
  })

  test('refuse a second source of the same name', async () => {
    const plant = await makePlant()
    await createSource(person(plant), mqtt(plant))
    await expect(createSource(person(plant), mqtt(plant))).rejects.toMatchObject({ code: 'conflict' })
  })

  test('are not for everybody, and not for other sites or organizations', async () => {
    const [plant, other] = [await makePlant(), await makePlant()]
    await expect(createSource(person(plant, 'supervisor'), mqtt(plant))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createSource(person(plant, 'technician'), mqtt(plant))).rejects.toMatchObject({ code: 'not-found' })
    await expect(createSource(person(other), mqtt(plant))).rejects.toMatchObject({ code: 'not-found' })
    const id = plant.source.sourceId
    await expect(setSourceEnabled(person(plant, 'supervisor'), { id, enabled: false })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(setSourceEnabled(person(other), { id, enabled: false })).rejects.toMatchObject({ code: 'not-found' })
    await expect(setSourceEnabled(person(plant, 'ot-engineer', newId()), { id, enabled: false })).rejects.toMatchObject({ code: 'not-found' })
  })
})

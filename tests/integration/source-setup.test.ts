import { beforeAll, describe, expect, test } from 'vitest'
import { removeSource } from '#server/flows/remove-source.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { mqttSettings } from '#server/core/sources/mqtt-settings.ts'
import type { SourceSettings } from '#server/core/sources/settings.ts'
import { createApiKey, verifyApiKey } from '#server/modules/keys/index.ts'
import {
  createSource, enabledSources, getSource, listSources, mappablePoints, saveProblem, setSourceEnabled, sourcePlaces, updateSource, type ConnectorSource, type CreateSource,
} from '#server/modules/sources/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'

const database = useTestDatabase()
const person = (plant: Plant, role: Role = 'ot-engineer', siteId: string | null = plant.siteId): PersonActor => ({
  type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role, siteId }],
})
const settings = (url = 'mqtt://h:1'): SourceSettings & { kind: 'mqtt' } => ({
  kind: 'mqtt', config: mqttSettings.parse({ url, clientId: 'c', passwordSecret: 'pw', mappings: [{ topic: 'a', values: [{ point: 'p' }] }] }),
})
const broker = (plant: Plant, name = 'Broker'): CreateSource => ({ siteId: plant.siteId, name, clock: 'live', reorderWindowMs: 0, ...settings() })
const http = (plant: Plant, name = 'Press'): CreateSource => ({ siteId: plant.siteId, name, clock: 'live', reorderWindowMs: 0, kind: 'http', config: {} })
const asGateway = async (id: string): Promise<ConnectorSource | undefined> => (await enabledSources(['mqtt'])).find((source) => source.sourceId === id)
const auditOf = (plant: Plant) => database.query<{ action: string; before: unknown; after: unknown }>(
  'SELECT action, before, after FROM audit WHERE org_id = $1 ORDER BY at, id', [plant.orgId])

describe('a source that is being set up', () => {
  let plant: Plant
  beforeAll(async () => { plant = await makePlant({ codes: ['temp', 'speed'] }) })

  test('may stand at the sites where the person edits sources', async () => {
    expect(await sourcePlaces(person(plant))).toEqual([{ id: plant.siteId, code: 'S1', name: 'Site' }])
    expect(await sourcePlaces(person(plant, 'admin', null))).toHaveLength(1)
    expect(await sourcePlaces(person(plant, 'supervisor'))).toEqual([])
  })

  test('can lead values to the points of its site, each with the source that feeds it now', async () => {
    await database.query('UPDATE point SET source_id = $1 WHERE no = $2', [plant.source.sourceId, plant.points[0]?.no])
    expect(await mappablePoints(person(plant), { siteId: plant.siteId })).toMatchObject([
      { key: plant.points[1]?.key, code: 'speed', fedBy: null }, { key: plant.points[0]?.key, code: 'temp', unit: 'Cel', machine: 'M-0', fedBy: 'source' },
    ])
    await expect(mappablePoints(person(plant), { siteId: newId() })).rejects.toMatchObject({ code: 'not-found' })
    await expect(mappablePoints(person(plant, 'supervisor'), { siteId: plant.siteId })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is shown with its settings to whoever may change them, and to nobody else', async () => {
    const { id } = await createSource(person(plant), broker(plant))
    expect(await getSource(person(plant), { id })).toMatchObject({ name: 'Broker', siteName: 'Site', version: 1, delivered: false, settings: settings() })
    await expect(getSource(person(plant, 'supervisor'), { id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getSource(person(await makePlant()), { id })).rejects.toMatchObject({ code: 'not-found' })
    await database.query(`UPDATE source SET config = '{"url": 7}' WHERE id = $1`, [id])
    expect((await getSource(person(plant), { id })).settings, 'settings that nobody can read are no settings').toBeNull()
  })

  test('has the key that is made for it by its id, and no other site’s source can be named', async () => {
    const { id } = await createSource(person(plant), http(plant))
    const made = await createApiKey(person(plant), { name: 'press-7', scopes: ['ingest'], site: plant.siteId, sourceId: id })
    expect(made.sourceId).toBe(id)
    const foreign = await makePlant()
    await expect(createApiKey(person(plant), { name: 'x', scopes: ['ingest'], site: plant.siteId, sourceId: foreign.source.sourceId })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('updateSource', () => {
  test('gives a source other settings, which the gateway follows, and writes down what was before', async () => {
    const plant = await makePlant()
    const { id } = await createSource(person(plant), broker(plant))
    await updateSource(person(plant), { id, version: 1, name: 'Hall 3', settings: settings('mqtt://other:1') })
    expect(await asGateway(id)).toMatchObject({ name: 'Hall 3', version: 2, config: { url: 'mqtt://other:1' } })
    expect((await auditOf(plant)).at(-1)).toMatchObject({
      action: 'source.update', before: { name: 'Broker', config: { url: 'mqtt://h:1', passwordSecret: '[hidden]' } }, after: { name: 'Hall 3', config: { url: 'mqtt://other:1' } },
    })
  })

  test('refuses what somebody else changed meanwhile, another kind, a name that is taken, and the demo’s', async () => {
    const plant = await makePlant()
    const { id } = await createSource(person(plant), broker(plant))
    const change = { id, version: 1, name: 'Broker', settings: settings() }
    await updateSource(person(plant), change)
    await expect(updateSource(person(plant), change)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('meanwhile') as string })
    await expect(updateSource(person(plant), { ...change, version: 2, settings: { kind: 'http', config: {} } })).rejects.toMatchObject({ code: 'invalid' })
    await expect(updateSource(person(plant), { ...change, version: 2, name: 'source' })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('already') as string })
    await expect(updateSource(person(plant, 'supervisor'), { ...change, version: 2 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(updateSource(person(await makePlant()), { ...change, version: 2 })).rejects.toMatchObject({ code: 'not-found' })
    await database.query('UPDATE source SET demo = true WHERE id = $1', [id])
    await expect(updateSource(person(plant), { ...change, version: 2 })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('demo plant') as string })
  })

  test('forgets what the connector said of the settings before, also what it says too late', async () => {
    const plant = await makePlant()
    const { id } = await createSource(person(plant), broker(plant))
    const before = await asGateway(id)
    if (!before) throw new Error('no source')
    const state = async () => (await database.query<{ connected: boolean; problem: string | null }>(
      'SELECT connected_at IS NOT NULL AS connected, last_error AS problem FROM source_state WHERE source_id = $1', [id]))[0]
    await saveProblem(before, null)
    expect(await state()).toEqual({ connected: true, problem: null })
    await updateSource(person(plant), { id, version: 1, name: 'Broker', settings: settings('mqtt://other:1') })
    expect(await state()).toEqual({ connected: false, problem: null })
    await saveProblem(before, 'The old broker is away.')
    expect(await state(), 'said of settings that are no more').toEqual({ connected: false, problem: null })
    await saveProblem({ ...before, version: 2 }, 'The new broker is away.')
    expect(await state()).toEqual({ connected: false, problem: 'The new broker is away.' })
    await setSourceEnabled(person(plant), { id, enabled: false })
    expect(await state()).toEqual({ connected: false, problem: null })
  })
})

describe('removeSource', () => {
  test('takes a source that never delivered out of sight, ends its keys and frees its name', async () => {
    const plant = await makePlant()
    const actor = person(plant)
    const { id } = await createSource(actor, http(plant))
    const { key } = await createApiKey(actor, { name: 'press-7', scopes: ['ingest'], site: plant.siteId, sourceId: id })
    expect(await verifyApiKey(`Bearer ${key}`)).not.toBeNull()
    await removeSource(actor, { id })
    expect(await verifyApiKey(`Bearer ${key}`)).toBeNull()
    expect((await listSources(actor)).map((source) => source.name)).toEqual(['source'])
    await expect(getSource(actor, { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(setSourceEnabled(actor, { id, enabled: true })).rejects.toMatchObject({ code: 'not-found' })
    await expect(removeSource(actor, { id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await createSource(actor, http(plant))).id).not.toBe(id)
    expect((await auditOf(plant)).map((row) => row.action)).toEqual(['source.create', 'key.create', 'source.remove', 'key.revoke', 'source.create'])
  })

  test('ends the connector of one', async () => {
    const plant = await makePlant()
    const { id } = await createSource(person(plant), broker(plant))
    expect(await asGateway(id)).toBeDefined()
    await removeSource(person(plant), { id })
    expect(await asGateway(id)).toBeUndefined()
  })

  test('refuses one that has delivered, from the moment at which its batch was taken in', async () => {
    const plant = await makePlant()
    await acceptBatch(plant.source, { readings: [{ point: plant.points[0]?.key, ts: Date.now(), value: 1 }] })
    await expect(removeSource(person(plant), { id: plant.source.sourceId })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('only switched off') as string })
    expect((await getSource(person(plant), { id: plant.source.sourceId })).delivered).toBe(true)
  })

  test('lets one go of which everything was refused', async () => {
    const plant = await makePlant()
    await acceptBatch(plant.source, { readings: [{ point: 'nobody.knows', ts: Date.now(), value: 1 }] })
    await removeSource(person(plant), { id: plant.source.sourceId })
    expect(await listSources(person(plant))).toEqual([])
  })

  test('is not for everybody, and not for the demo’s', async () => {
    const plant = await makePlant()
    const id = plant.source.sourceId
    await expect(removeSource(person(plant, 'supervisor'), { id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(removeSource(person(await makePlant()), { id })).rejects.toMatchObject({ code: 'not-found' })
    await database.query('UPDATE source SET demo = true WHERE id = $1', [id])
    await expect(removeSource(person(plant), { id })).rejects.toMatchObject({ code: 'conflict' })
  })
})

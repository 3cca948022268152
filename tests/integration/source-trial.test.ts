import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { readTrial, type TrialView } from '#server/flows/source-trial.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { mqttSettings } from '#server/core/sources/mqtt-settings.ts'
import type { SourceSettings } from '#server/core/sources/settings.ts'
import { createSource, setSourceEnabled, updateSource, watchSource } from '#server/modules/sources/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { testBroker, type TestBroker } from '#tests/harness/mosquitto.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { until } from '#tests/harness/process.ts'

useTestDatabase()
const SEEN_MS = 30_000
let broker: TestBroker
let client: MqttClient
let gateway: ChildProcess | undefined
let plant: Plant

const person = (role: Role = 'ot-engineer'): PersonActor => ({ type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role, siteId: plant.siteId }] })
const startGateway = (): void => {
  gateway = spawn(process.execPath, ['workers/gateway.ts'], { stdio: 'ignore', env: { ...process.env, MILLWRIGHT_DEMO: '0', LOG_LEVEL: 'silent' } })
}
async function endGateway(): Promise<void> {
  if (!gateway || gateway.exitCode !== null || gateway.signalCode !== null) return
  const exited = once(gateway, 'exit')
  gateway.kill('SIGTERM')
  await exited
}

beforeAll(async () => {
  broker = await testBroker()
  client = await connectAsync(broker.url, { protocolVersion: 5 })
  plant = await makePlant({ codes: ['temp', 'load'], rangeHigh: 200 })
})
afterAll(async () => {
  await endGateway()
  await client?.endAsync(true)
  await broker?.close()
})

const keyOf = (code: string): string => plant.points.find((point) => point.key.endsWith(`.${code}`))?.key ?? ''
const settings = (url = broker.url, value = '$.t'): SourceSettings => ({
  kind: 'mqtt',
  config: mqttSettings.parse({ url, clientId: `trial-${plant.orgId}`, mappings: [{ topic: 'm/+/state', ts: '$.at', values: [{ point: keyOf('temp'), value }, { point: keyOf('load'), value: '$.load', quality: '$.q' }] }] }),
})
async function trial(id: string, what: string, expected: (view: TrialView) => boolean): Promise<TrialView> {
  let view: TrialView | undefined
  await until(what, async () => {
    while ((await drainOnce(plant.source.laneNo)).batches > 0);
    view = await readTrial(person(), { id })
    return expected(view)
  }, SEEN_MS)
  if (!view) throw new Error(what)
  return view
}
const publish = (payload: object, options: { retain?: boolean } = {}): Promise<unknown> => client.publishAsync('m/1/state', JSON.stringify(payload), { qos: 1, ...options })

describe('a new source, in the real gateway', () => {
  let id: string
  beforeAll(async () => { id = (await createSource(person(), { siteId: plant.siteId, name: 'Trial', clock: 'live', reorderWindowMs: 0, ...settings() })).id })

  test('says that no gateway runs while none does', async () => {
    expect(await readTrial(person(), { id })).toMatchObject({
      state: 'no-gateway', problem: null, delivered: false, rejects: [],
      points: [{ key: keyOf('load'), point: { name: 'load', unit: 'Cel', machine: 'M-0' }, latest: null }, { key: keyOf('temp'), latest: null }],
    })
  })

  test('shows the first message, also one that the broker had kept, with what was read off it, and the values', async () => {
    await publish({ at: Date.now() - 60_000, t: 61.4, load: 12, q: 100 }, { retain: true })
    startGateway()
    const view = await trial(id, 'it is connected and both values are there', ({ state, points }) => state === 'connected' && points.every((point) => point.latest !== null))
    expect(view).toMatchObject({ problem: null, delivered: true })
    expect(view.points).toMatchObject([{ latest: { value: 12, quality: 'uncertain' } }, { latest: { value: 61.4, quality: 'good' } }])
    for (const point of view.points) expect(point.latest?.ageMs).toBeGreaterThanOrEqual(60_000)
    const watched = await trial(id, 'the message is shown', ({ watch }) => (watch?.messages.length ?? 0) > 0)
    expect(watched.watch?.messages).toMatchObject([{ topic: 'm/1/state', retained: true, json: true, readings: [{ point: keyOf('temp'), value: 61.4 }, { point: keyOf('load'), value: 12 }], faults: [] }])
    await client.publishAsync('m/1/state', '', { qos: 1, retain: true })
  })

  test('shows what was rejected with its reason, and what could not be read', async () => {
    await publish({ at: Date.now(), t: 5000, load: 1 })
    await publish({ at: Date.now(), t: 'warm', load: 1 })
    const { rejects, watch } = await trial(id, 'both are told', (view) =>
      ['range', 'decode'].every((code) => view.rejects.some((reject) => reject.code === code)) && (view.watch?.messages[0]?.faults.length ?? 0) > 0)
    expect(rejects.find((reject) => reject.code === 'range')?.detail).toContain('outside the point\'s physical range')
    expect(watch?.messages[0]?.faults).toEqual([{ detail: 'm/1/state: no number at $.t but "warm".', text: { key: 'decode.other-value', params: { topic: 'm/1/state', path: '$.t', found: '"warm"' } } }])
  })

  test('forgets them when its settings change, and follows these: what is wrong now is told in words', async () => {
    await updateSource(person(), { id, version: 1, name: 'Trial', settings: settings('mqtt://127.0.0.1:1') })
    const broken = await trial(id, 'the problem is told', (view) => view.state === 'problem')
    expect(broken.problem).toMatch(/nothing listens there/)
    expect(broken.problemText).toEqual({ key: 'connection.refused', params: { url: 'mqtt://127.0.0.1:1' } })
    expect(broken.rejects).toEqual([])
    expect(broken.watch?.messages).toEqual([])
    await updateSource(person(), { id, version: 2, name: 'Trial', settings: settings(broker.url, '$.warmth') })
    await trial(id, 'it is connected again', (view) => view.state === 'connected')
    await publish({ at: Date.now(), warmth: 77, load: 2 })
    await trial(id, 'the value is read from its new place', ({ points }) => points.some((point) => point.latest?.value === 77))
  })

  test('is off when it is switched off, and can be watched anew', async () => {
    await setSourceEnabled(person(), { id, enabled: false })
    expect((await readTrial(person(), { id })).state).toBe('off')
    await setSourceEnabled(person(), { id, enabled: true })
    await watchSource(person(), { id })
    await trial(id, 'it is connected', (view) => view.state === 'connected')
    await publish({ at: Date.now(), warmth: 78, load: 3 })
    const { watch } = await trial(id, 'its messages are shown', (view) => (view.watch?.total ?? 0) > 0)
    expect(watch?.messages[0]?.readings[0]).toMatchObject({ point: keyOf('temp'), value: 78 })
  })

  test('is shown to whoever may change it, and to nobody else', async () => {
    await expect(readTrial(person('supervisor'), { id })).rejects.toMatchObject({ code: 'forbidden' })
    const other = await makePlant()
    await expect(readTrial({ ...person(), orgId: other.orgId }, { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(watchSource(person('supervisor'), { id })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a new source for pushing over HTTP', () => {
  test('waits for its first reading, and then shows it', async () => {
    const { id } = await createSource(person(), { siteId: plant.siteId, name: 'Push', clock: 'live', reorderWindowMs: 0, kind: 'http', config: {} })
    expect(await readTrial(person(), { id })).toMatchObject({ state: 'waits', watch: null, points: [] })
    await acceptBatch({ ...plant.source, sourceId: id }, { readings: [{ point: keyOf('load'), ts: Date.now(), value: 5 }, { point: 'nobody.knows', ts: Date.now(), value: 1 }] })
    const view = await trial(id, 'the value is there', ({ points }) => points.some((point) => point.latest !== null))
    expect(view).toMatchObject({ state: 'receives', delivered: true, points: [{ key: keyOf('load'), latest: { value: 5, quality: 'good' } }], rejects: [{ code: 'unknown-point', count: 1 }] })
  })
})

import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readListening, type ListeningView } from '#server/flows/source-trial.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { HEARD_LIMITS } from '#server/core/sources/heard.ts'
import { mqttPlace } from '#server/core/sources/mqtt-settings.ts'
import { listen, openSamplings, saveSampling, stopListening } from '#server/modules/sources/index.ts'
import { newId } from '#server/platform/ids.ts'
import { CONNECTORS } from '#workers/connectors/registry.ts'
import { createSampler } from '#workers/connectors/sampler.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { testBroker, type TestBroker } from '#tests/harness/mosquitto.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { until } from '#tests/harness/process.ts'

const database = useTestDatabase()
const person = (plant: Plant, role: Role = 'ot-engineer', siteId: string | null = plant.siteId): PersonActor => ({
  type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role, siteId }],
})

const errors: unknown[] = []
const sampler = createSampler({
  connectors: CONNECTORS, wanted: openSamplings, save: saveSampling, onError: (error) => { errors.push(error) },
  secretsOf: () => async (name) => (name === 'pw' ? 'open sesame' : Promise.reject(new Error(`The secret "${name}" is missing.`))),
})
let plant: Plant
let broker: TestBroker
let client: MqttClient

beforeAll(async () => {
  plant = await makePlant()
  broker = await testBroker()
  client = await connectAsync(broker.url, { protocolVersion: 5 })
})
afterEach(() => { expect(errors).toEqual([]) })
afterAll(async () => {
  await sampler.close()
  await client?.endAsync(true)
  await broker?.close()
})

/** What a person sees once it is as expected; the sampler looks as often as the gateway's would. */
async function seen(actor: PersonActor, id: string, what: string, expected: (view: ListeningView) => boolean): Promise<ListeningView> {
  let view: ListeningView | undefined
  await until(what, async () => {
    await sampler.look()
    view = await readListening(actor, { id })
    return expected(view)
  })
  if (!view) throw new Error(what)
  return view
}
const heardTopics = (view: ListeningView): string[] => view.heard.messages.map((message) => message.topic)
const connected = async (id: string): Promise<void> => until('it listens', async () => {
  await sampler.look()
  return (await database.query<{ yes: boolean }>('SELECT connected_at IS NOT NULL AS yes FROM sampling WHERE id = $1', [id]))[0]?.yes === true
})

describe('listening at a broker', () => {
  test('shows what it sends, with what was kept there before, and stores no reading', async () => {
    await client.publishAsync('hall/kept', JSON.stringify({ ts: 5, v: 1 }), { retain: true })
    const actor = person(plant)
    const { id } = await listen(actor, { siteId: plant.siteId, place: mqttPlace.parse({ url: broker.url, topic: 'hall/#' }) })
    await connected(id)
    await client.publishAsync('hall/M-1/temp', JSON.stringify({ ts: 6, values: { temp: 21.5, big: 'x'.repeat(2000) } }))
    await client.publishAsync('hall/plain', 'on')
    await client.publishAsync('elsewhere', '1')
    const view = await seen(actor, id, 'three topics are heard', ({ heard }) => heard.messages.length === 3)
    expect(heardTopics(view)).toEqual(['hall/kept', 'hall/M-1/temp', 'hall/plain'])
    expect(view.heard.messages[0]).toMatchObject({ retained: true, json: true, text: '{"ts":5,"v":1}', readings: [], faults: [] })
    expect(view.heard.messages[1]).toMatchObject({ retained: false, json: true, cut: true })
    expect(view.heard.messages[2]).toMatchObject({ json: false, text: 'on' })
    expect(await database.query('SELECT 1 FROM inbox WHERE org_id = $1', [plant.orgId])).toEqual([])
    await client.publishAsync('hall/kept', '', { retain: true })
  })

  test('keeps a bounded sample of a broker that sends much', async () => {
    const actor = person(plant)
    const { id } = await listen(actor, { siteId: plant.siteId, place: mqttPlace.parse({ url: broker.url, topic: 'flood/#', protocol: '3.1.1' }) })
    await connected(id)
    await Promise.all(Array.from({ length: 200 }, (_, index) => client.publishAsync(`flood/${index}`, JSON.stringify(Array.from({ length: 400 }, (__, at) => at)), { qos: 1 })))
    const view = await seen(actor, id, 'everything was counted', ({ heard }) => heard.total === 200)
    expect(view.heard.messages).toHaveLength(HEARD_LIMITS.topics)
    expect(view.heard.beyond).toBe(200 - HEARD_LIMITS.topics)
    expect(JSON.stringify(view.heard).length).toBeLessThan(HEARD_LIMITS.characters)
  })

  test('ends when its time is over or somebody stops it, and hears no more', async () => {
    const actor = person(plant)
    const place = mqttPlace.parse({ url: broker.url, topic: 'end/#' })
    const { id } = await listen(actor, { siteId: plant.siteId, place })
    await connected(id)
    await client.publishAsync('end/1', '1', { qos: 1 })
    await seen(actor, id, 'the first message is heard', ({ heard }) => heard.total === 1)
    await stopListening(actor, { id })
    await sampler.look()
    const next = await listen(actor, { siteId: plant.siteId, place })
    await connected(next.id)
    await client.publishAsync('end/2', '2', { qos: 1 })
    await seen(actor, next.id, 'the next one is heard by who listens now', (view) => heardTopics(view).includes('end/2'))
    expect(await readListening(actor, { id })).toMatchObject({ state: 'over', leftMs: 0, heard: { total: 1 } })
    await database.query(`UPDATE sampling SET expires_at = now() WHERE id = $1`, [next.id])
    await sampler.look()
    await client.publishAsync('end/3', '3', { qos: 1 })
    await sampler.look()
    expect((await readListening(actor, { id: next.id })).heard.total).toBe(1)
  })

  test.each<[string, object, RegExp]>([
    ['where nothing listens', { url: 'mqtt://127.0.0.1:1' }, /nothing listens there/],
    ['at a machine that nobody knows', { url: 'mqtt://nobody.invalid' }, /name of the machine/],
    ['with a secret that is not there', { passwordSecret: 'none' }, /"none" is missing/],
    ['with TLS where there is none', { url: 'TLS' }, /TLS/],
  ])('says in words what is wrong %s', async (_, change, words) => {
    const actor = person(plant)
    const given = { url: broker.url, topic: '#', ...change }
    const place = mqttPlace.parse({ ...given, url: given.url === 'TLS' ? broker.url.replace('mqtt:', 'mqtts:') : given.url })
    const { id } = await listen(actor, { siteId: plant.siteId, place })
    const { problem } = await seen(actor, id, 'a problem is told', (view) => view.problem !== null)
    expect(problem).toMatch(words)
    await stopListening(actor, { id })
  })

  test('says so when the broker refuses the password', async () => {
    const closed = await testBroker(['allow_anonymous false'])
    try {
      const actor = person(plant)
      const { id } = await listen(actor, { siteId: plant.siteId, place: mqttPlace.parse({ url: closed.url, topic: '#', username: 'me', passwordSecret: 'pw' }) })
      const { problem } = await seen(actor, id, 'the refusal is told', (view) => view.problem !== null)
      expect(problem).toMatch(/it does not let this user in/)
      await stopListening(actor, { id })
      await sampler.look()
    } finally {
      await closed.close()
    }
  })
})

describe('whoever listens', () => {
  const place = mqttPlace.parse({ url: 'mqtt://127.0.0.1:1', topic: '#' })

  test('edits sources at the site, and is alone with what he hears', async () => {
    const own = await makePlant()
    const { id } = await listen(person(own), { siteId: own.siteId, place })
    await expect(listen(person(own, 'supervisor'), { siteId: own.siteId, place })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listen(person(own), { siteId: plant.siteId, place })).rejects.toMatchObject({ code: 'not-found' })
    await expect(readListening(person(own, 'supervisor'), { id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readListening(person(plant), { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(stopListening(person(plant), { id })).rejects.toMatchObject({ code: 'not-found' })
    expect(await readListening(person(own), { id }), 'no gateway runs beside this test').toMatchObject({ state: 'no-gateway', problem: null })
    await stopListening(person(own), { id })
  })

  test('listens once at a time, and with five others at most', async () => {
    const own = await makePlant()
    const running = async (): Promise<number> => (await openSamplings()).filter((sampling) => sampling.orgId === own.orgId).length
    const first = person(own)
    await listen(first, { siteId: own.siteId, place })
    await listen(first, { siteId: own.siteId, place })
    expect(await running()).toBe(1)
    for (let others = 0; others < 4; others++) await listen(person(own), { siteId: own.siteId, place })
    await expect(listen(person(own), { siteId: own.siteId, place })).rejects.toMatchObject({ code: 'too-many' })
    expect(await running()).toBe(5)
    await database.query('DELETE FROM sampling WHERE org_id = $1', [own.orgId])
  })
})

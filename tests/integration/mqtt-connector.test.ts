import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { Aedes } from 'aedes'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { enabledSources, saveProblem, saveUnreadable, type ConnectorSource } from '#server/modules/sources/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import type { Send } from '#workers/connectors/batcher.ts'
import type { ConnectorContext } from '#workers/connectors/connector.ts'
import { CONNECTORS } from '#workers/connectors/registry.ts'
import { supervise } from '#workers/connectors/supervisor.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { testBroker, type TestBroker } from '#tests/harness/mosquitto.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { until } from '#tests/harness/process.ts'

const database = useTestDatabase()
// Event times well in the past, one second apart, so that a batch never holds two of one time.
const T0 = Math.floor(Date.now() / 1000) * 1000 - 3_600_000

const commit = (source: ConnectorSource): Send => async (batchKey, readings, backlog) => {
  await acceptBatch(source, { batchKey, readings, backlog })
}

/** Connectors that run as in the gateway, for one plant. Stopping waits for what is under way; a lost one stops without it. */
function startConnectors(plant: Plant, send: (source: ConnectorSource) => Send = commit) {
  const stop = new AbortController()
  const runs = { ended: 0 }
  const mqtt = CONNECTORS.get('mqtt')
  if (!mqtt) throw new Error('no MQTT connector')
  const observed = { ...mqtt, start: (context: ConnectorContext<unknown>) => mqtt.start(context).finally(() => { runs.ended += 1 }) }
  const done = supervise({
    connectors: new Map([['mqtt', observed]]),
    wanted: async () => (await enabledSources(['mqtt'])).filter((source) => source.orgId === plant.orgId),
    send,
    report: { problem: saveProblem, unreadable: saveUnreadable },
    secretsOf: () => async (name) => (name === 'pw' ? 'open sesame' : Promise.reject(new Error(`no secret ${name}`))),
    heard: () => undefined,
    onError: (error) => { throw error },
    everyMs: 100,
  }, stop.signal)
  return { runs, stop: async () => { stop.abort(); await done } }
}

async function mqttPlant(config: Record<string, unknown>): Promise<Plant> {
  const plant = await makePlant({ codes: ['a', 'b'] })
  const key = (code: string): string => plant.points.find((point) => point.key.endsWith(`.${code}`))?.key ?? ''
  await database.query(`UPDATE source SET kind = 'mqtt', config = $2 WHERE id = $1`, [plant.source.sourceId, JSON.stringify({
    clientId: `millwright-${plant.orgId}`,
    mappings: [{ topic: 'plant/+/values', ts: '$.ts', values: [{ point: key('a'), value: '$.a' }, { point: key('b'), value: '$.b' }] }],
    ...config,
  })])
  return plant
}

const publish = (client: MqttClient, index: number): Promise<unknown> =>
  client.publishAsync('plant/one/values', JSON.stringify({ ts: T0 + index * 1000, a: index, b: -index }), { qos: 1 })
const publishAll = async (client: MqttClient, from: number, to: number): Promise<void> => {
  await Promise.all(Array.from({ length: to - from }, (_, index) => publish(client, from + index)))
}

async function stored(plant: Plant): Promise<number[]> {
  while ((await drainOnce(plant.source.laneNo)).batches > 0);
  const rows = await database.query<{ value: number }>('SELECT value FROM telemetry.reading WHERE point_no = $1 ORDER BY ts', [plant.points[0]?.no])
  return rows.map((row) => row.value)
}
const storedIs = (plant: Plant, count: number): Promise<void> => until(`${count} readings stored`, async () => (await stored(plant)).length >= count, 30_000)
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
const state = async (plant: Plant) => (await database.query<{ problem: string | null; rejected: string }>(
  'SELECT last_error AS problem, rejected::text FROM source_state WHERE source_id = $1', [plant.source.sourceId]))[0]

describe('with mosquitto over MQTT 5', () => {
  let broker: TestBroker
  let client: MqttClient
  const open: { stop: () => Promise<void> }[] = []
  beforeAll(async () => {
    broker = await testBroker(['max_queued_messages 0', 'autosave_interval 1', 'autosave_on_changes false'])
    client = await connectAsync(broker.url, { protocolVersion: 5, reconnectPeriod: 100 })
  })
  afterEach(async () => { for (const each of open.splice(0)) await each.stop() })
  afterAll(async () => {
    await client?.endAsync(true)
    await broker?.close()
  })
  const start = (plant: Plant, send?: (source: ConnectorSource) => Send) => {
    const running = startConnectors(plant, send)
    open.push(running)
    return running
  }
  const subscribed = (plant: Plant): Promise<void> => until('the connector is subscribed', async () => {
    await publish(client, 0)
    return (await stored(plant)).length > 0
  })

  test('stores each value once, in order, and says that all is well', async () => {
    const plant = await mqttPlant({ url: broker.url })
    start(plant)
    await subscribed(plant)
    await publishAll(client, 0, 500)
    await storedIs(plant, 500)
    expect(await stored(plant)).toEqual(numbers(500))
    expect((await state(plant))?.problem).toBeNull()
  })

  test('gets what was sent while it was away, and what it had not confirmed, exactly once', async () => {
    const plant = await mqttPlant({ url: broker.url })
    const first = start(plant)
    await subscribed(plant)
    await first.stop()
    await publishAll(client, 1, 100)
    // This one takes messages in and is lost before it has stored them: nothing of them may be confirmed.
    let taken = 0
    const lost = start(plant, () => async (_, readings) => { taken += readings.length; throw new Error('the database is away') })
    await until('messages were taken in', () => taken > 0)
    await lost.stop()
    expect(await stored(plant)).toEqual([0])
    start(plant)
    await publishAll(client, 100, 200)
    await storedIs(plant, 200)
    expect(await stored(plant)).toEqual(numbers(200))
  })

  test('takes what a message says was kept while its sender was offline for backlog', async () => {
    const plant = await mqttPlant({ url: broker.url })
    await database.query(`UPDATE source SET config = jsonb_set(config, '{mappings,0,backlog}', '"$.kept"') WHERE id = $1`, [plant.source.sourceId])
    start(plant)
    await subscribed(plant)
    await client.publishAsync('plant/one/values', JSON.stringify({ ts: T0 - 5000, a: 7, b: 7, kept: true }), { qos: 1 })
    await publish(client, 1)
    await storedIs(plant, 3)
    const kept = await database.query<{ value: number }>('SELECT value FROM telemetry.reading WHERE point_no = $1 AND quality = 8', [plant.points[0]?.no])
    expect(kept).toEqual([{ value: 7 }])
    expect(await stored(plant)).toEqual([7, 0, 1])
  })

  test('connects again when the broker was away', async () => {
    const plant = await mqttPlant({ url: broker.url })
    start(plant)
    await subscribed(plant)
    await broker.kill()
    await until('the loss is told on the source', async () => /was lost|cannot be used/.test((await state(plant))?.problem ?? ''))
    const during = publishAll(client, 1, 50)
    await broker.restart()
    await during
    // The broker kept nothing: what it passed on before the connector was back is gone, what comes after arrives.
    await until('the connector is back', async () => {
      await publish(client, 50)
      return (await stored(plant)).at(-1) === 50
    })
    await until('all is well again', async () => (await state(plant))?.problem === null)
  })

  test('counts what cannot be read, with the reason, and goes on', async () => {
    const plant = await mqttPlant({ url: broker.url })
    start(plant)
    await subscribed(plant)
    await client.publishAsync('plant/one/values', 'not json', { qos: 1 })
    await client.publishAsync('plant/one/values', JSON.stringify({ ts: T0 + 1000, a: 'high', b: 1 }), { qos: 1 })
    await publish(client, 2)
    await storedIs(plant, 2)
    await until('both faults are counted', async () => (await state(plant))?.rejected === '2')
    const reasons = await database.query<{ code: string; detail: string }>('SELECT code, detail FROM quarantine WHERE source_id = $1 ORDER BY detail', [plant.source.sourceId])
    expect(reasons.map((reason) => reason.code)).toEqual(['decode', 'decode'])
    expect(reasons.map((reason) => reason.detail).join()).toContain('not JSON')
  })

  test('ends when the source is switched off, and begins again when it is switched on', async () => {
    const plant = await mqttPlant({ url: broker.url })
    const { runs } = start(plant)
    await subscribed(plant)
    await database.query('UPDATE source SET enabled = false WHERE id = $1', [plant.source.sourceId])
    await until('the connector has ended', () => runs.ended === 1)
    await publishAll(client, 1, 10)
    expect(await stored(plant)).toEqual([0])
    await database.query('UPDATE source SET enabled = true WHERE id = $1', [plant.source.sourceId])
    await storedIs(plant, 10)
    expect(await stored(plant)).toEqual(numbers(10))
  })

  test('says on the source what is wrong with its settings', async () => {
    const plant = await mqttPlant({ url: 'http://nowhere' })
    start(plant)
    await until('the problem is told', async () => (await state(plant))?.problem?.includes('url: expected mqtt://') === true)
  })
})

describe('with aedes over MQTT 3.1.1', () => {
  let broker: Aedes
  let server: Server
  let url: string
  const sockets = new Set<Socket>()
  beforeAll(async () => {
    broker = await Aedes.createBroker()
    broker.authenticate = (_client, username, password, done) => done(null, username === 'tester' && password?.toString() === 'open sesame')
    server = createServer((socket) => { sockets.add(socket); broker.handle(socket) })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    url = `mqtt://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  })
  afterAll(async () => {
    await new Promise<void>((resolve) => broker.close(() => resolve()))
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  test('signs in with a secret, and keeps its session over a lost connection', async () => {
    const plant = await mqttPlant({ url, protocol: '3.1.1', username: 'tester', passwordSecret: 'pw' })
    const client = await connectAsync(url, { protocolVersion: 4, username: 'tester', password: 'open sesame' })
    const connectors = startConnectors(plant)
    try {
      await until('the connector is subscribed', async () => {
        await publish(client, 0)
        return (await stored(plant)).length > 0
      })
      await publishAll(client, 1, 60)
      for (const socket of sockets) socket.destroy()
      await until('the publisher is back', () => client.connected)
      await publishAll(client, 60, 120)
      await storedIs(plant, 120)
      expect(await stored(plant)).toEqual(numbers(120))
    } finally {
      await connectors.stop()
      await client.endAsync(true)
    }
  })

  test('says so when the broker refuses the password', async () => {
    const plant = await mqttPlant({ url, protocol: '3.1.1', username: 'somebody', passwordSecret: 'pw' })
    const connectors = startConnectors(plant)
    try {
      await until('the refusal is told', async () => /it does not let this user in/.test((await state(plant))?.problem ?? ''))
    } finally {
      await connectors.stop()
    }
  })
})

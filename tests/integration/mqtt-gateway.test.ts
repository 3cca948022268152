import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { testBroker, type TestBroker } from '#tests/harness/mosquitto.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { until } from '#tests/harness/process.ts'

const database = useTestDatabase()
const T0 = Math.floor(Date.now() / 1000) * 1000 - 3_600_000
const MESSAGES = 600

let broker: TestBroker
let client: MqttClient
let plant: Plant
let gateway: ChildProcess | undefined

const startGateway = (): ChildProcess =>
  (gateway = spawn(process.execPath, ['workers/gateway.ts'], { stdio: 'ignore', env: { ...process.env, MILLWRIGHT_DEMO: '0', LOG_LEVEL: 'silent' } }))
const end = async (signal: NodeJS.Signals): Promise<void> => {
  if (!gateway || gateway.exitCode !== null || gateway.signalCode !== null) return
  const exited = once(gateway, 'exit')
  gateway.kill(signal)
  await exited
}

beforeAll(async () => {
  broker = await testBroker(['max_queued_messages 0'])
  client = await connectAsync(broker.url, { protocolVersion: 5 })
  plant = await makePlant()
  await database.query(`UPDATE source SET kind = 'mqtt', config = $2 WHERE id = $1`, [plant.source.sourceId, JSON.stringify({
    url: broker.url, clientId: 'gateway-under-test',
    mappings: [{ topic: 'plant/temp', ts: 'ts', values: [{ point: plant.points[0]?.key, value: 'v' }] }],
  })])
})
afterAll(async () => {
  await end('SIGTERM')
  await client?.endAsync(true)
  await broker?.close()
})

const publish = (index: number): Promise<unknown> => client.publishAsync('plant/temp', JSON.stringify({ ts: T0 + index * 1000, v: index }), { qos: 1 })
async function stored(): Promise<number[]> {
  while ((await drainOnce(plant.source.laneNo)).batches > 0);
  const rows = await database.query<{ value: number }>('SELECT value FROM telemetry.reading WHERE point_no = $1 ORDER BY ts', [plant.points[0]?.no])
  return rows.map((row) => row.value)
}
const inInbox = async (): Promise<number> =>
  (await database.query<{ n: number }>('SELECT coalesce(sum(count), 0)::int AS n FROM inbox WHERE source_id = $1', [plant.source.sourceId]))[0]?.n ?? 0

test('a gateway killed in the middle of a stream loses nothing and stores nothing twice', async () => {
  startGateway()
  await until('the gateway listens', async () => {
    await publish(0)
    return (await inInbox()) > 0
  }, 30_000)
  for (let index = 1; index < MESSAGES; index += 1) {
    await publish(index)
    if (index === 200 || index === 400) {
      await end('SIGKILL')
      startGateway()
    }
  }
  await until('all readings are stored', async () => (await stored()).length >= MESSAGES, 30_000)
  expect(await stored()).toEqual(Array.from({ length: MESSAGES }, (_, index) => index))
  const before = await inInbox()
  await end('SIGTERM')
  expect(gateway?.exitCode).toBe(0)
  expect(await inInbox()).toBe(before)
})

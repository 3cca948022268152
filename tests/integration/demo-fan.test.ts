import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { enabledSources, saveProblem, saveUnreadable } from '#server/modules/sources/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { CONNECTORS } from '#workers/connectors/registry.ts'
import { organizationSecrets } from '#workers/connectors/secrets.ts'
import { supervise } from '#workers/connectors/supervisor.ts'
import { startDemoBroker, type DemoBroker } from '#workers/demo/broker.ts'
import { playFan } from '#workers/demo/fan.ts'
import { openSensor, type FanSensor } from '#workers/demo/fan-sensor.ts'
import { openMemory } from '#workers/demo/player-state.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { until } from '#tests/harness/process.ts'

const database = useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'mw-fan-'))
const stop = new AbortController()
// The player's clock is set by the test: it never sends what lies ahead of it.
const START = Math.floor(Date.now() / 1000) * 1000 - 600_000
let clock = START
let broker: DemoBroker
let sensor: FanSensor
const running: Promise<void>[] = []
const memory = () => openMemory(folder, {
  drive: { step: 'done', next: 0 }, hydraulic: { step: 'done', next: 0 }, fan: { next: START - 3_600_000, live: false, faultAt: null, faultSince: null },
})

beforeAll(async () => {
  const { seedDemo } = await import('#prisma/seed/demo/seed.ts')
  await seedDemo(folder, new Date(START))
  broker = await startDemoBroker(folder)
  running.push(supervise({
    connectors: CONNECTORS,
    wanted: async () => (await enabledSources(['mqtt'])).map((source) => ({ ...source, config: { ...(source.config as object), url: broker.url } })),
    send: (source) => async (batchKey, readings) => void (await acceptBatch(source, { batchKey, readings })),
    report: { problem: saveProblem, unreadable: saveUnreadable }, secretsOf: organizationSecrets(folder), heard: () => undefined, onError: (error) => { throw error }, everyMs: 200,
  }, stop.signal))
  sensor = openSensor(folder, stop.signal)
})
afterAll(async () => {
  stop.abort()
  await Promise.all(running)
  await sensor?.close()
  await broker?.close()
  rmSync(folder, { recursive: true, force: true })
})

const seconds = async (): Promise<number> => {
  const [lane] = await database.query<{ no: number }>('SELECT no FROM lane')
  while ((await drainOnce(lane?.no ?? 0)).batches > 0);
  const [row] = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM telemetry.reading r JOIN point p ON p.no = r.point_no WHERE p.key = 'CT-301.acc'`)
  return row?.n ?? 0
}
const incidents = () => database.query<{ mode: string; priority: number; openedAt: Date }>('SELECT failure_mode AS mode, priority, opened_at AS "openedAt" FROM incident')

test('a healthy hour raises nothing, and unbalance is found 30 s after it begins, once', { timeout: 120_000 }, async () => {
  const player = memory()
  running.push(playFan({ baseUrl: '', readKey: '', memory: player, sensor, signal: stop.signal, now: () => clock }))
  await until('the healthy hour is stored', async () => (await seconds()) >= 3601, 60_000)
  expect(await incidents()).toEqual([])

  player.save({ fan: { ...player.state.fan, faultSince: clock + 1000 } })
  clock += 240_000
  await until('four more minutes are stored', async () => (await seconds()) >= 3841, 60_000)
  expect(await incidents()).toEqual([{ mode: 'VIB', priority: 2, openedAt: new Date(START + 31_000) }])
})

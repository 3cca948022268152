import { join } from 'node:path'
import { PLAYER_KEYS } from '#prisma/seed/demo/sources.ts'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { readDemoFile } from '#server/modules/demo/index.ts'
import { now } from '#server/platform/clock.ts'
import { closeDatabase } from '#server/platform/db.ts'
import { env } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'
import { installationSecrets } from '../connectors/secrets.ts'
import { FAN_HISTORY_MS, playFan, tellFanStory } from './fan.ts'
import { openSensor } from './fan-sensor.ts'
import { playDrive, playHydraulic } from './history.ts'
import { openMemory } from './player-state.ts'

/** Where this machine's own Millwright answers, whatever address the public uses. */
function ownAddress({ HOST, PORT, TLS_CERT }: { HOST: string; PORT: number; TLS_CERT?: string | undefined }): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST
  return `${TLS_CERT === undefined ? 'http' : 'https'}://${host}:${PORT}`
}

const settings = env()
const { DATA_DIR: dataDir } = settings
const demo = readDemoFile(dataDir)
if (!demo) throw new Error(`There is no demo in ${join(dataDir, 'demo.json')}: start Millwright with "npm start", which makes it.`)

const stop = new AbortController()
const { signal } = stop
process.on('SIGTERM', () => stop.abort())
process.on('SIGINT', () => stop.abort())

const startedAtMs = Date.parse(demo.startedAt)
const firstSecond = Math.floor(startedAtMs / SECOND_MS) * SECOND_MS - FAN_HISTORY_MS
const memory = openMemory(dataDir, {
  drive: { step: 'first', next: 0 }, hydraulic: { step: 'first', next: 0 }, fan: { next: firstSecond, live: false, faultAt: null, faultSince: null },
})
const secret = installationSecrets(dataDir)
const keys = { drive: await secret(PLAYER_KEYS.drive.secret), hydraulic: await secret(PLAYER_KEYS.hydraulic.secret), read: await secret(PLAYER_KEYS.read.secret) }
const baseUrl = ownAddress(settings)
const sensor = openSensor(dataDir, signal)
const history = { baseUrl, keys, startedAtMs, memory, signal }
const fan = { baseUrl, readKey: keys.read, memory, sensor, signal, now: () => now().getTime() }

log.info({ baseUrl }, 'demo player ready')
try {
  await Promise.all([playHydraulic(history), playDrive(history), playFan(fan), tellFanStory(fan)])
} finally {
  stop.abort()
  await sensor.close()
  await closeDatabase()
}
process.exit(0)

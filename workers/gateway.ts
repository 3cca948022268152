import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { enabledSources, saveProblem, saveUnreadable, type ConnectorSource } from '#server/modules/sources/index.ts'
import { closeDatabase } from '#server/platform/db.ts'
import { env } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'
import { nameProcess } from '#server/platform/process-name.ts'
import { closeQueues } from '#server/queue/client.ts'
import { ringLane } from '#server/queue/doorbell.ts'
import type { DecodedReading } from './connectors/connector.ts'
import { CONNECTORS } from './connectors/registry.ts'
import { secretReader } from './connectors/secrets.ts'
import { supervise } from './connectors/supervisor.ts'
import { startDemoBroker } from './demo/broker.ts'

nameProcess('gateway')
const EVERY_MS = 5000

const send = (source: ConnectorSource) => async (batchKey: string, readings: readonly DecodedReading[], backlog: boolean): Promise<void> => {
  const { laneNo, inboxNo } = await acceptBatch(source, { batchKey, readings, backlog })
  if (inboxNo !== null) ringLane(laneNo, inboxNo)
}

// The demo's broker may listen on another port after a restart: only this process knows where.
const withBroker = (source: ConnectorSource, url: string | undefined): ConnectorSource =>
  source.demo && url !== undefined && typeof source.config === 'object' ? { ...source, config: { ...source.config, url } } : source

const stop = new AbortController()
process.on('SIGTERM', () => stop.abort())
process.on('SIGINT', () => stop.abort())

const { DATA_DIR, MILLWRIGHT_DEMO } = env()
const broker = MILLWRIGHT_DEMO === '1' ? await startDemoBroker(DATA_DIR) : null
log.info({ demoBroker: broker?.port ?? null }, 'gateway ready')

await supervise(
  {
    connectors: CONNECTORS,
    wanted: async () => (await enabledSources([...CONNECTORS.keys()])).map((source) => withBroker(source, broker?.url)),
    send,
    report: { problem: saveProblem, unreadable: saveUnreadable },
    secret: secretReader(DATA_DIR),
    onError: (error) => log.error({ error: String(error) }, 'the list of sources could not be read; trying again'),
    everyMs: EVERY_MS,
  },
  stop.signal,
)
await broker?.close()
await closeQueues()
await closeDatabase()
process.exit(0)

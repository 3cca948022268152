import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { enabledSources, openSamplings, saveProblem, saveSampling, saveUnreadable, type ConnectorSource } from '#server/modules/sources/index.ts'
import { closeDatabase } from '#server/platform/db.ts'
import { env } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'
import { nameProcess } from '#server/platform/process-name.ts'
import { closeQueues } from '#server/queue/client.ts'
import { ringLane } from '#server/queue/doorbell.ts'
import type { DecodedReading } from './connectors/connector.ts'
import { CONNECTORS } from './connectors/registry.ts'
import { createSampler } from './connectors/sampler.ts'
import { pause } from './connectors/batcher.ts'
import { organizationSecrets } from './connectors/secrets.ts'
import { supervise } from './connectors/supervisor.ts'
import { startDemoBroker } from './demo/broker.ts'

nameProcess('gateway')
const EVERY_MS = 2000
const LOOK_MS = 1000

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

const secretsOf = organizationSecrets(DATA_DIR)
const sampler = createSampler({
  connectors: CONNECTORS, wanted: openSamplings, save: saveSampling, secretsOf,
  onError: (error) => log.error({ error: String(error) }, 'who wants to see messages could not be read; trying again'),
})

async function wanted(): Promise<ConnectorSource[]> {
  const sources = await enabledSources([...CONNECTORS.keys()])
  // A new source is watched from its first message: whoever made it stored his wish to watch with it.
  await sampler.look()
  return sources.map((source) => withBroker(source, broker?.url))
}

async function look(): Promise<void> {
  for (; !stop.signal.aborted; await pause(LOOK_MS, stop.signal)) await sampler.look()
}

const looking = look()
await supervise(
  {
    connectors: CONNECTORS,
    wanted,
    send,
    report: { problem: saveProblem, unreadable: saveUnreadable },
    secretsOf,
    heard: sampler.heard,
    onError: (error) => log.error({ error: String(error) }, 'the list of sources could not be read; trying again'),
    everyMs: EVERY_MS,
  },
  stop.signal,
)
await looking
await sampler.close()
await broker?.close()
await closeQueues()
await closeDatabase()
process.exit(0)

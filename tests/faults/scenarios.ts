import { Redis } from 'ioredis'
import { acceptBatch, type NewBatch } from '#server/modules/telemetry/index.ts'
import { env } from '#server/platform/env.ts'
import { ringLane } from '#server/queue/doorbell.ts'
import type { TestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { until } from '#tests/harness/process.ts'
import { judgeFlood, writeFlood } from './flood.ts'
import { REORDER_WINDOW_MS, writeLedger } from './ledger.ts'
import { seeded, shuffled, type Random } from './random.ts'
import { judgeRun, unfinished, type Verdict } from './verdict.ts'
import { startWorker, type WorkerProcess } from './worker-process.ts'

/** SCENARIOS are the faults that a run can meet. */
export const SCENARIOS = ['calm', 'worker-killed', 'doorbell-lost', 'sent-three-times', 'sent-under-other-keys', 'sent-after-offline', 'redis-flushed', 'flood'] as const

/** Scenario is one of them. */
export type Scenario = (typeof SCENARIOS)[number]

const MACHINES = 30
const KILLS = 3
const SETTLE_MS = 90_000

interface Run {
  readonly plant: Plant
  readonly random: Random
  worker: WorkerProcess
}

async function send(run: Run, batch: NewBatch, ring = true): Promise<void> {
  const accepted = await acceptBatch(run.plant.source, batch)
  if (ring && accepted.inboxNo !== null) ringLane(accepted.laneNo, accepted.inboxNo)
}

/** Moments are places in the sequence of batches, chosen by the seed. */
const moments = (random: Random, count: number, length: number): Set<number> =>
  new Set(Array.from({ length: count }, (_, i) => Math.floor(((i + random()) / count) * length)))

async function flushRedis(url: string): Promise<void> {
  const redis = new Redis(url)
  await redis.flushall()
  redis.disconnect()
}

const PLAYS: Record<Exclude<Scenario, 'flood'>, (run: Run, batches: readonly NewBatch[]) => Promise<void>> = {
  calm: async (run, batches) => {
    for (const batch of batches) await send(run, batch)
  },
  'worker-killed': async (run, batches) => {
    const kills = moments(run.random, KILLS, batches.length)
    for (const [i, batch] of batches.entries()) {
      await send(run, batch)
      if (!kills.has(i)) continue
      await run.worker.kill()
      run.worker = await startWorker()
    }
  },
  'doorbell-lost': async (run, batches) => {
    for (const batch of batches) await send(run, batch, run.random() < 0.2)
  },
  'sent-three-times': async (run, batches) => {
    for (const batch of shuffled([...batches, ...batches, ...batches], run.random)) await send(run, batch)
  },
  'sent-under-other-keys': async (run, batches) => {
    const copies = [0, 1, 2].flatMap((copy) => batches.map((batch) => ({ ...batch, batchKey: `copy:${copy}:${batch.batchKey ?? ''}` })))
    for (const batch of shuffled(copies, run.random)) await send(run, batch)
  },
  'sent-after-offline': async (run, batches) => {
    const sent = shuffled([...batches, ...batches], run.random)
    const kills = moments(run.random, KILLS, sent.length)
    for (const [i, batch] of sent.entries()) {
      await send(run, { ...batch, backlog: true })
      if (!kills.has(i)) continue
      await run.worker.kill()
      run.worker = await startWorker()
    }
  },
  'redis-flushed': async (run, batches) => {
    const url = env().REDIS_URL
    if (url === undefined) throw new Error('redis-flushed needs the queue on Redis')
    const flushes = moments(run.random, KILLS, batches.length)
    for (const [i, batch] of batches.entries()) {
      await send(run, batch)
      if (flushes.has(i)) await flushRedis(url)
    }
  },
}

/** Outcome is a run's verdict with what is needed to repeat it. */
export interface Outcome {
  readonly scenario: Scenario
  readonly seed: number
  readonly verdict: Verdict
}

/** runScenario sends a seeded ledger through the real pipeline (this process accepts, a worker process judges) while the fault happens, and judges the result. */
export async function runScenario(database: Pick<TestDatabase, 'query'>, scenario: Scenario, seed: number): Promise<Outcome> {
  const random = seeded(seed)
  if (scenario === 'flood') return { scenario, seed, verdict: await runFlood(database, random) }
  const plant = await makePlant({
    machines: MACHINES,
    reorderWindowMs: REORDER_WINDOW_MS,
    rules: [{ kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, forMs: 5000, priority: 2, failureMode: 'OHE' }],
  })
  const ledger = writeLedger(plant, random, Date.now())
  const run: Run = { plant, random, worker: await startWorker() }
  try {
    await PLAYS[scenario](run, ledger.batches)
    await send(run, { ...ledger.closing, backlog: scenario === 'sent-after-offline' })
    await settled(database, plant)
    return { scenario, seed, verdict: await judgeRun(database, plant, ledger) }
  } finally {
    await run.worker.stop()
  }
}

async function settled(database: Pick<TestDatabase, 'query'>, plant: Plant): Promise<void> {
  await until('everything that was accepted is done', async () => (await unfinished(database, plant)) === 0, SETTLE_MS).catch((error: unknown) => {
    // Not an error of the run: the verdict counts what is stuck.
    console.warn(String(error))
  })
}

async function runFlood(database: Pick<TestDatabase, 'query'>, random: Random): Promise<Verdict> {
  const flood = await writeFlood(random, Date.now())
  const run: Run = { plant: flood.plant, random, worker: await startWorker() }
  try {
    for (const batch of [...flood.batches, flood.closing]) await send(run, batch)
    await settled(database, flood.plant)
    return await judgeFlood(database, flood, await unfinished(database, flood.plant))
  } finally {
    await run.worker.stop()
  }
}

import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nextJob, startBacktest } from '#server/flows/backtest/index.ts'
import { cancelBacktest, forgetBacktests, getBacktest, type BacktestView } from '#server/modules/backtests/index.ts'
import { createUser } from '#server/modules/people/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { ringBacktest } from '#server/queue/doorbell.ts'
import { runBacktest, stopBacktests } from '#workers/jobs/backtest-run.ts'
import { startWorker, type WorkerProcess } from '#tests/faults/worker-process.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { until } from '#tests/harness/process.ts'
import { DAYS, HOT, pastPlant, type PastPlant } from './support/backtest-plant.ts'

const database = useTestDatabase()
const DAY = 86_400_000
const RESUME_MS = 60_000

let plant: PastPlant
let blocker: pg.Client
let blocked = false

beforeAll(async () => {
  await prepareQueue()
  plant = await pastPlant(database)
})
beforeEach(async () => {
  blocker = new pg.Client({ connectionString: database.superUrl })
  await blocker.connect()
})
afterEach(async () => {
  await release()
  await blocker.end()
  await database.query('DELETE FROM backtest')
})
afterAll(() => closeQueues())

/** Nobody can read history until it is released, so whoever judges it is in the middle of it. */
async function block(): Promise<void> {
  await blocker.query('BEGIN; LOCK TABLE telemetry.reading IN ACCESS EXCLUSIVE MODE')
  blocked = true
}
async function release(): Promise<void> {
  if (blocked) await blocker.query('COMMIT')
  blocked = false
}

const actor = () => ({ type: 'system', orgId: plant.orgId }) as const
const ref = (id: string) => ({ orgId: plant.orgId, id })
const get = (id: string): Promise<BacktestView> => getBacktest(actor(), id)
const start = async (): Promise<string> =>
  (await startBacktest(actor(), { ruleId: plant.ruleIds[0] ?? '', definition: { ...HOT, limit: 85 }, from: new Date(plant.begin), to: new Date(plant.begin + DAYS * DAY) })).id
const isIn = (id: string, state: string) => async (): Promise<boolean> => (await get(id)).state === state

describe('a back-test that runs', () => {
  test('is cancelled where it stands, and keeps nothing', async () => {
    await block()
    const id = await start()
    const running = runBacktest(ref(id))
    await until('it runs', isIn(id, 'running'))
    expect(await cancelBacktest(actor(), id)).toEqual({ state: 'cancelled' })
    // History is still blocked: only a thread that was ended lets this return.
    await running
    expect(await get(id)).toMatchObject({ state: 'cancelled', report: null, error: null })
    await expect(cancelBacktest(actor(), id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is the only one of its organization: others wait, and the oldest is next', async () => {
    await block()
    const [first, second, third] = [await start(), await start(), await start()]
    const running = runBacktest(ref(first))
    await until('the first runs', isIn(first, 'running'))
    await runBacktest(ref(second))
    expect((await get(second)).state).toBe('queued')
    expect(await nextJob(plant.orgId)).toBeNull()
    await release()
    await running
    expect((await get(first)).state).toBe('done')
    expect(await nextJob(plant.orgId)).toBe(second)
    await cancelBacktest(actor(), second)
    await runBacktest(ref(second))
    expect((await get(second)).state).toBe('cancelled')
    expect(await nextJob(plant.orgId)).toBe(third)
  })

  test('tells in the end how many readings it judged', async () => {
    const id = await start()
    await runBacktest(ref(id))
    expect(await get(id)).toMatchObject({ state: 'done', progress: 1, readings: DAYS * 1440 })
  })

  test('says in words that it failed, and the next one may run', async () => {
    const id = await start()
    await database.query(`UPDATE backtest SET definition = '{"kind": "threshold"}' WHERE id = $1`, [id])
    await runBacktest(ref(id))
    expect((await get(id)).state).toBe('failed')
    expect((await get(id)).error).toMatch(/\w+/)
    const next = await start()
    await runBacktest(ref(next))
    expect((await get(next)).state).toBe('done')
  })

  test.each([['2 minutes', 1], ['50 seconds', 0]] as const)('asked for %s ago tells whoever asked for it %i times that it is over', async (ago, times) => {
    const asker = await createUser({ orgId: plant.orgId, email: `${newId()}@example.com`, name: 'Ada', password: 'a long password', roles: [{ role: 'reliability-engineer', siteId: null }] })
    const id = await start()
    await database.query('UPDATE backtest SET requested_by = $2, requested_at = now() - $3::interval WHERE id = $1', [id, asker.personId, ago])
    await runBacktest(ref(id))
    expect(await database.query('SELECT kind, subject_type, subject_id, params FROM notification WHERE person_id = $1', [asker.personId])).toEqual(
      Array.from({ length: times }, () => ({
        kind: 'job-over', subject_type: 'rule', subject_id: plant.ruleIds[0], params: { job: 'backtest', jobId: id, ruleName: 'Rule 0', failed: false, minutes: 2 },
      })),
    )
  })

  test('is forgotten thirty days after its end', async () => {
    const [old, young] = [await start(), await start()]
    for (const id of [old, young]) await runBacktest(ref(id))
    await database.query(`UPDATE backtest SET finished_at = now() - interval '31 days' WHERE id = $1`, [old])
    await withTenant(plant.orgId, (tx) => forgetBacktests(tx.exec, plant.orgId, 30))
    await expect(get(old)).rejects.toMatchObject({ code: 'not-found' })
    expect((await get(young)).state).toBe('done')
  })

  test('is taken up by another worker when its own is killed', async () => {
    const workers: WorkerProcess[] = [await startWorker()]
    try {
      await block()
      const id = await start()
      ringBacktest(ref(id))
      await until('the first worker runs it', isIn(id, 'running'), RESUME_MS)
      await workers[0]?.kill()
      await release()
      workers.push(await startWorker())
      await until('the second worker has done it', isIn(id, 'done'), RESUME_MS)
      expect(await database.query('SELECT attempts FROM backtest WHERE id = $1', [id])).toEqual([{ attempts: 2 }])
      expect((await get(id)).report?.tried.figures.firings).toBe(4)
    } finally {
      for (const worker of workers) await worker.stop()
    }
  }, 180_000)

  test('waits for another worker when its own is stopped in order', async () => {
    await block()
    const id = await start()
    const running = runBacktest(ref(id))
    await until('it runs', isIn(id, 'running'))
    stopBacktests()
    await running
    expect((await get(id)).state).toBe('queued')
    expect(await database.query('SELECT attempts FROM backtest WHERE id = $1', [id])).toEqual([{ attempts: 0 }])
  })
})

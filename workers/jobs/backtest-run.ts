import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '#server/core/kernel/errors.ts'
import { claimJob, failJob, finishJob, giveBackJob, nextJob, tellProgress, type JobRef } from '#server/flows/backtest/index.ts'
import { log } from '#server/platform/log.ts'
import { ringBacktest } from '#server/queue/doorbell.ts'
import { DatabaseDown, startHeavy } from '../threads/run-heavy.ts'

// How often progress is saved, and seen whether somebody has cancelled.
const BEAT_MS = 700
const stopping = new AbortController()

/** stopBacktests ends what runs in this process; it waits for another worker then. */
export const stopBacktests = (): void => { stopping.abort() }

/** runBacktest runs a job that waits, or that has lost its worker, in a thread; then it rings for the organization's next. */
export async function runBacktest(ref: JobRef): Promise<void> {
  const job = await claimJob(ref)
  if (job === null) return
  const run = startHeavy(ref.orgId, job)
  const over = run.finished.then((result) => ({ result }), (error: unknown) => ({ error }))
  try {
    for (;;) {
      const outcome = await Promise.race([over, delay(BEAT_MS, null, { signal: stopping.signal }).catch(() => 'stopping' as const)])
      if (outcome === 'stopping') return await giveBackJob(ref)
      if (outcome === null) {
        if (await tellProgress(ref, run.progress())) continue
        break
      }
      if ('result' in outcome) await finishJob(ref, outcome.result.result, outcome.result.readings)
      else await fail(ref, outcome.error)
      break
    }
  } finally {
    await run.stop()
  }
  const next = await nextJob(ref.orgId)
  if (next !== null) ringBacktest({ orgId: ref.orgId, id: next })
}

async function fail(ref: JobRef, error: unknown): Promise<void> {
  // Nothing can be written just now: whoever looks for jobs without a worker takes it up again.
  if (error instanceof DatabaseDown) throw error
  if (!(error instanceof AppError)) log.error({ ...ref, error: String(error) }, 'a back-test failed')
  await failJob(ref, error)
}

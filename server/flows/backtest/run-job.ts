import { failureSentence } from '#server/core/backtest/failure-sentences.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import * as backtests from '#server/modules/backtests/index.ts'
import { listOrganizations } from '#server/modules/organizations/index.ts'
import { tellOfLongJob } from '../tell/index.ts'
import type { Progress } from './judge-backtest.ts'

/** STALE_MS is how long nothing may be heard of a worker before another one takes up its job. */
const STALE_MS = 10_000
/** MOST_ATTEMPTS is how often a job is taken up: one that ends its worker every time must not go on for ever. */
const MOST_ATTEMPTS = 4

/** JobRef names a job of an organization. */
export interface JobRef { readonly orgId: string; readonly id: string }

/** claimJob takes a job that waits, or that lost its worker; null when there is nothing to do, or another job of the organization runs. */
export async function claimJob({ orgId, id }: JobRef): Promise<backtests.StoredBacktest | null> {
  try {
    return await withTenant(orgId, async (tx) => {
      const job = await backtests.claimBacktest(tx.exec, orgId, id, STALE_MS)
      if (job === null) return null
      const gaveUp = job.attempts > MOST_ATTEMPTS
      if (gaveUp) await backtests.endBacktest(tx.exec, orgId, id, { error: failureSentence('gave-up', { attempts: MOST_ATTEMPTS }) })
      await publishLive(tx.exec, orgId, { entity: 'backtest', id })
      return gaveUp ? null : job
    })
  } catch (error) {
    if (violatedIndex(error) === 'backtest_one_running') return null
    throw error
  }
}

/** tellProgress saves how far a job is and tells browsers; false when somebody has cancelled it. */
export const tellProgress = ({ orgId, id }: JobRef, { progress, readings }: Progress): Promise<boolean> =>
  withTenant(orgId, async (tx) => {
    const runs = await backtests.saveBacktestProgress(tx.exec, orgId, id, Math.min(1, Math.max(0, progress)), readings)
    if (runs) await publishLive(tx.exec, orgId, { entity: 'backtest', id })
    return runs
  })

/** finishJob stores what came of a job. */
export const finishJob = (ref: JobRef, result: unknown, readings: number): Promise<void> => end(ref, { result, readings })

/** failJob says why a job failed: in an expected error's own words, else that the log describes it. */
export const failJob = (ref: JobRef, error: unknown): Promise<void> => end(ref, { error: error instanceof AppError ? error.message : failureSentence('fault') })

const end = ({ orgId, id }: JobRef, outcome: Parameters<typeof backtests.endBacktest>[3]): Promise<void> =>
  withTenant(orgId, async (tx) => {
    const ended = await backtests.endBacktest(tx.exec, orgId, id, outcome)
    if (ended) await tellOfLongJob(tx, { ...ended, id, failed: 'error' in outcome })
    await publishLive(tx.exec, orgId, { entity: 'backtest', id })
  })

/** giveBackJob lets a job wait for another worker, since this one stops. */
export const giveBackJob = ({ orgId, id }: JobRef): Promise<void> => withTenant(orgId, (tx) => backtests.giveBackBacktest(tx.exec, orgId, id))

/** nextJob finds what an organization's jobs wait for; null for nothing. */
export const nextJob = (orgId: string): Promise<string | null> => withTenant(orgId, (tx) => backtests.nextBacktest(tx.exec, orgId, STALE_MS))

/** waitingJobs finds one job of each organization that should be running and is not. */
export async function waitingJobs(): Promise<JobRef[]> {
  const found: JobRef[] = []
  for (const { id: orgId } of await listOrganizations()) {
    const id = await nextJob(orgId)
    if (id !== null) found.push({ orgId, id })
  }
  return found
}

/** forgetOldJobs drops jobs that ended longer ago than so many days. */
export async function forgetOldJobs(days: number): Promise<void> {
  for (const { id: orgId } of await listOrganizations()) await withTenant(orgId, (tx) => backtests.forgetBacktests(tx.exec, orgId, days))
}

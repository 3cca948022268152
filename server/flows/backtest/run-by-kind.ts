import type { StoredBacktest } from '#server/modules/backtests/index.ts'
import { judgeBacktest, type Progress } from './judge-backtest.ts'
import { learnLimits } from './learn-limits.ts'

/** JobResult is what came of a job, and how many readings it judged. */
export interface JobResult { readonly result: unknown; readonly readings: number }

/** runByKind does what a claimed job is about. It is long and keeps a core busy: run it in a thread of its own. */
export async function runByKind(orgId: string, job: StoredBacktest, tell: (progress: Progress) => void): Promise<JobResult> {
  if (job.kind === 'limits') {
    const { report, readings } = await learnLimits(orgId, job, tell)
    return { result: report, readings }
  }
  const report = await judgeBacktest(orgId, job, tell)
  return { result: report, readings: report.readings }
}

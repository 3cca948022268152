import { FAILURE_SENTENCES } from '#server/core/backtest/failure-sentences.ts'
import type { BacktestReport } from '#server/core/backtest/report.ts'
import type { LimitsReport } from '#server/core/limits/report.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { Message } from '#server/core/kernel/message.ts'
import { recognize } from '#server/core/kernel/sentences.ts'
import { requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { cancelBacktest as cancel, findBacktest, listBacktests as list, type BacktestKind, type BacktestState, type StoredBacktest } from './backtest.repo.ts'

const LISTED = 10

/** BacktestRow is a job in a list: what was asked and how it stands. Times in epoch ms. */
export interface BacktestRow {
  readonly id: string
  readonly ruleId: string
  readonly kind: BacktestKind
  readonly state: BacktestState
  /** 0 to 1 */
  readonly progress: number
  readonly readings: number
  readonly fromMs: number
  readonly toMs: number
  readonly comparedVersion: number | null
  readonly machines: number
  readonly requestedAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** Why it failed, in words; `failure` are the same words for the reader's language, where there are any. */
  readonly error: string | null
  readonly failure: Message | null
}

/** BacktestView is a job with what was tried and what came of it. */
export interface BacktestView extends BacktestRow {
  readonly definition: unknown
  readonly report: BacktestReport | null
  readonly limits: LimitsReport | null
}

const rowOf = (job: StoredBacktest): BacktestRow => ({
  id: job.id, ruleId: job.ruleId, kind: job.kind, state: job.state, progress: job.progress, readings: job.readings, fromMs: job.fromMs, toMs: job.toMs,
  comparedVersion: job.comparedVersion, machines: job.assetIds.length, requestedAt: job.requestedAt, startedAt: job.startedAt, finishedAt: job.finishedAt, error: job.error,
  failure: job.error === null ? null : recognize(FAILURE_SENTENCES, 'backtest', job.error),
})

// What a job found concerns all its sites at once, so whoever sees it may read rules at each of them.
const isVisible = (actor: Actor, { siteIds }: Pick<StoredBacktest, 'siteIds'>): boolean => {
  const scope = siteScope(actor, 'rule.read')
  return scope === 'all' || siteIds.every((id) => scope.includes(id))
}

async function visible(tx: Tx, actor: Actor, id: string): Promise<StoredBacktest> {
  const job = await findBacktest(tx.exec, tx.orgId, id)
  if (!job || !isVisible(actor, job)) throw notFound('This back-test')
  return job
}

/** getBacktest reads a job with what came of it; throws 'not-found' when it is not theirs to see. */
export const getBacktest = (actor: Actor, id: string): Promise<BacktestView> =>
  withTenant(actor.orgId, async (tx) => {
    const job = await visible(tx, actor, id)
    return {
      ...rowOf(job), definition: job.definition,
      report: job.kind === 'backtest' ? (job.result as BacktestReport | null) : null,
      limits: job.kind === 'limits' ? (job.result as LimitsReport | null) : null,
    }
  })

/** listBacktests lists a rule's newest jobs of a kind that the person may see. */
export const listBacktests = (actor: Actor, ruleId: string, kind: BacktestKind): Promise<BacktestRow[]> =>
  withTenant(actor.orgId, async (tx) => (await list(tx.exec, tx.orgId, ruleId, kind, LISTED)).filter((job) => isVisible(actor, job)).map(rowOf))

/** cancelBacktest ends a job that is not over; whoever runs it stops within a second. Throws 'conflict' when it is over. */
export const cancelBacktest = (actor: Actor, id: string): Promise<{ state: 'cancelled' }> =>
  withTenant(actor.orgId, async (tx) => {
    const { siteIds } = await visible(tx, actor, id)
    for (const siteId of siteIds) requirePermission(actor, 'rule.edit', siteId)
    if (!(await cancel(tx.exec, tx.orgId, id))) throw new AppError('conflict', 'It is over already.')
    await publishLive(tx.exec, tx.orgId, { entity: 'backtest', id })
    return { state: 'cancelled' }
  })

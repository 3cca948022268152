import { failureSentence } from '#server/core/backtest/failure-sentences.ts'
import { inRange } from '#server/core/backtest/figures.ts'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { BASES, delaysFor, proposalOf, type Basis, type Proposal } from '#server/core/limits/candidates.ts'
import { within } from '#server/core/limits/left-out.ts'
import { Learner } from '#server/core/limits/learner.ts'
import { candidateOf, recommend, type LimitsReport, type Tried } from '#server/core/limits/report.ts'
import { unionMs } from '#server/core/verdicts/window.ts'
import type { StoredBacktest } from '#server/modules/backtests/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import type { Progress } from './judge-backtest.ts'
import { forReading, limitsSubject, type LimitsSubject } from './limits-subject.ts'
import { playSite } from './play-site.ts'

interface Proposed { readonly basis: Basis; readonly proposal: Proposal }

type Tell = (share: number, readings: number) => void

/** read reads the history once, and learns how its values lie. */
async function read(orgId: string, job: StoredBacktest, subject: LimitsSubject, tell: Tell): Promise<Learner> {
  const [rule] = subject.compile('reading', forReading(subject))
  if (rule === undefined || rule.problem !== null) throw new AppError('conflict', failureSentence('point-missing'))
  const learner = new Learner(rule, subject.windows)
  const pointNos = [rule.pointNo, ...(rule.gatePointNo === null ? [] : [rule.gatePointNo])]
  let readings = 0
  for await (const slice of telemetry.readPast({ orgId, pointNos, fromMs: job.fromMs, toMs: job.toMs, asJudged: false })) {
    learner.take(slice)
    readings += slice.n
    tell((slice.to - job.fromMs) / (job.toMs - job.fromMs), readings)
  }
  return learner
}

// The first level only, and no silence: what is asked is how often this limit would have called.
const withLimits = (definition: RuleDefinition, proposal: Proposal, forMs: number): RuleDefinition =>
  ({ ...definition, ...proposal, forMs, hold: null, ladder: [], noData: { policy: 'keep', afterMs: null }, failureMode: null })

/** tryAll judges every proposal with every delay over the history at once, and gives when each would have called falsely; a call that touches what is left out is none. */
async function tryAll(orgId: string, job: StoredBacktest, subject: LimitsSubject, proposals: readonly Proposed[], delays: readonly number[], tell: Tell) {
  const name = (basis: Basis, forMs: number): string => `${basis} ${forMs}`
  const rules = proposals.flatMap(({ basis, proposal }) => delays.flatMap((forMs) => subject.compile(name(basis, forMs), withLimits(subject.definition, proposal, forMs))))
  const { machine, points, windows } = subject
  const range = { from: job.fromMs, to: job.toMs }
  const played = await playSite({ orgId, siteId: machine.siteId, points, fromMs: job.fromMs, toMs: job.toMs, asJudged: false, ruleSets: [rules] }, (at, readings) => {
    tell((at - job.fromMs) / (job.toMs - job.fromMs), readings)
  })
  const firings = inRange(played.books[0]?.firings() ?? [], range).filter(({ openedAt, resolvedAt }) => within(windows, openedAt, resolvedAt ?? job.toMs).length === 0)
  const byName = Map.groupBy(firings, (firing) => firing.ruleId)
  return (basis: Basis): Tried[] => delays.map((forMs) => ({ forMs, falseCalls: (byName.get(name(basis, forMs)) ?? []).map(({ openedAt }) => openedAt) }))
}

/**
 * learnLimits proposes limits from a point's history: how its values lie in each state of the machine, candidates on robust percentiles, and the false calls that
 * each would have made there, judged by the engine that judges live. It takes the history for healthy, apart from what is known of it.
 */
export async function learnLimits(orgId: string, job: StoredBacktest, tell: (progress: Progress) => void): Promise<{ report: LimitsReport; readings: number }> {
  const subject = await limitsSubject(orgId, job)
  let readings = 0
  const half = (begun: number): Tell => (share, own) => { tell({ progress: begun + share / 2, readings: readings + own }) }
  const learner = await read(orgId, job, subject, half(0))
  readings = learner.learnt + learner.leftOut
  const states = learner.states(subject.states)
  const gatePoint = subject.states.by === 'none' ? null : subject.gateCode
  const proposals = BASES.flatMap((basis): Proposed[] => {
    const proposal = proposalOf(subject.definition.direction, basis, gatePoint, states)
    return proposal === null ? [] : [{ basis, proposal }]
  })
  const triedOn = await tryAll(orgId, job, subject, proposals, delaysFor(learner.spacingMs), half(0.5))
  const learntMs = job.toMs - job.fromMs - unionMs(subject.windows.map(({ from, to }) => ({ from: Math.max(from, job.fromMs), to: Math.min(to, job.toMs) })))
  const candidates = proposals.map(({ basis, proposal }) => candidateOf(basis, proposal, triedOn(basis), learntMs))
  const { learnt, leftOut, every } = learner
  return {
    report: {
      format: 1, pointId: subject.point.id, unit: subject.point.unit, range: { from: job.fromMs, to: job.toMs }, readings, learnt, leftOut, every,
      windows: subject.windows, states, candidates: recommend(candidates, states),
    },
    readings: 2 * readings,
  }
}

import { inRange } from '#server/core/backtest/figures.ts'
import { compileForAsset } from '#server/core/condition/compile.ts'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import type { CompiledRule } from '#server/core/condition/types.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { BASES, delaysFor, proposalOf, type Basis, type Proposal } from '#server/core/limits/candidates.ts'
import { AFTER_MS, BEFORE_MS, leftOut, within, type LeftOut } from '#server/core/limits/left-out.ts'
import { Learner, type States } from '#server/core/limits/learner.ts'
import { candidateOf, recommend, type LimitsReport } from '#server/core/limits/report.ts'
import { unionMs } from '#server/core/verdicts/window.ts'
import { execOf, systemTx } from '#server/platform/db.ts'
import { readMachines, readOutcomes, type StoredBacktest, type SubjectMachine } from '#server/modules/backtests/index.ts'
import * as condition from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import type { Progress } from './judge-backtest.ts'
import { playSite } from './play-site.ts'
import { limitsAsk } from './start-limits.ts'

interface Subject {
  readonly machine: SubjectMachine
  readonly point: SubjectMachine['points'][number]
  readonly definition: RuleDefinition
  readonly gateCode: string | null
  readonly states: States
}

async function subjectOf(orgId: string, job: StoredBacktest): Promise<Subject> {
  const { pointId, gate } = limitsAsk.parse(job.ask)
  const [machine] = await systemTx((client) => readMachines(execOf(client), orgId, { ids: job.assetIds }), orgId)
  const point = machine?.points.find((one) => one.id === pointId)
  if (machine === undefined || point === undefined) throw notFound('The point')
  const definition = condition.parseDefinition(job.definition)
  const own = definition.gate
  const states: States = gate !== null ? { by: 'quantiles', count: gate.bands } : own === null ? { by: 'none' } : { by: 'given', bands: own.bands }
  return { machine, point, definition, gateCode: gate?.code ?? own?.point ?? null, states }
}

// The first level only: further ones follow the first.
const withLimits = (definition: RuleDefinition, proposal: Proposal, forMs: number): RuleDefinition =>
  ({ ...definition, ...proposal, forMs, hold: null, ladder: [], noData: { policy: 'keep', afterMs: null }, failureMode: null })

// What is read does not depend on limits: a gate that is only asked for its value gets one band for all.
const forReading = ({ definition, gateCode }: Subject): RuleDefinition => ({
  ...definition,
  ...(gateCode === null ? { gate: null } : { gate: definition.gate?.point === gateCode ? definition.gate : { point: gateCode, bands: [{ from: -Number.MAX_VALUE, to: Number.MAX_VALUE, limit: 0, clear: null }] } }),
})

interface Compiler { readonly points: readonly telemetry.PointMeta[]; readonly compile: (name: string, definition: RuleDefinition) => CompiledRule[] }

async function compilerFor(orgId: string, { machine, point }: Subject): Promise<Compiler> {
  return systemTx(async (client) => {
    const points = await telemetry.loadSitePoints(client, orgId, machine.siteId)
    const assets = await condition.loadRuleAssets(client, orgId, machine.siteId, machine.timeZone)
    const own = points.filter((one) => one.assetId === machine.id)
    return {
      points,
      compile: (name, definition) => compileForAsset({ ruleId: name, ruleVersionId: name, definition: { ...definition, points: [point.code] } }, own, assets.get(machine.id)),
    }
  }, orgId)
}

async function windowsOf(orgId: string, job: StoredBacktest, { machine }: Subject): Promise<LeftOut[]> {
  return systemTx(async (client) => {
    const outcomes = await readOutcomes(execOf(client), orgId, [machine.id], job.fromMs - AFTER_MS, job.toMs + BEFORE_MS)
    return within(leftOut(machine.id, outcomes, await condition.loadMaintenance(client, orgId, machine.siteId)), job.fromMs, job.toMs)
  }, orgId)
}

async function read(orgId: string, job: StoredBacktest, rule: CompiledRule, windows: readonly LeftOut[], tell: (at: number, readings: number) => void): Promise<Learner> {
  const learner = new Learner(rule, windows)
  const pointNos = [rule.pointNo, ...(rule.gatePointNo === null ? [] : [rule.gatePointNo])]
  let readings = 0
  for await (const slice of telemetry.readPast({ orgId, pointNos, fromMs: job.fromMs, toMs: job.toMs, asJudged: false })) {
    learner.take(slice)
    readings += slice.n
    tell(slice.to, readings)
  }
  return learner
}

/**
 * learnLimits proposes limits from a point's history: how its values lie in each state of the machine, candidates on robust percentiles, and the false calls that
 * each would have made there, judged by the engine that judges live. It takes the history for healthy, apart from what is known of it.
 */
export async function learnLimits(orgId: string, job: StoredBacktest, tell: (progress: Progress) => void): Promise<{ report: LimitsReport; readings: number }> {
  const subject = await subjectOf(orgId, job)
  const { points, compile } = await compilerFor(orgId, subject)
  const [rule] = compile('reading', forReading(subject))
  if (rule === undefined || rule.problem !== null) throw new AppError('conflict', 'This rule cannot be judged on this machine: a point that it needs is missing there.')
  const windows = await windowsOf(orgId, job, subject)
  const share = (at: number): number => (at - job.fromMs) / (job.toMs - job.fromMs)
  const learner = await read(orgId, job, rule, windows, (at, readings) => { tell({ progress: share(at) / 2, readings }) })
  const states = learner.states(subject.states)
  const proposals = BASES.flatMap((basis): { basis: Basis; proposal: Proposal }[] => {
    const proposal = proposalOf(subject.definition.direction, basis, subject.states.by === 'none' ? null : subject.gateCode, states)
    return proposal === null ? [] : [{ basis, proposal }]
  })
  const tried = proposals.flatMap(({ basis, proposal }) => delaysFor(learner.spacingMs).map((forMs) => ({ basis, forMs, name: `${basis} ${forMs}`, proposal })))
  const played = await playSite({
    orgId, siteId: subject.machine.siteId, points, fromMs: job.fromMs, toMs: job.toMs, asJudged: false,
    ruleSets: tried.length === 0 ? [] : [tried.flatMap(({ name, proposal, forMs }) => compile(name, withLimits(subject.definition, proposal, forMs)))],
  }, (at, readings) => { tell({ progress: 0.5 + share(at) / 2, readings: learner.learnt + learner.leftOut + readings }) })
  // A firing that touches a stretch that is left out is no false call.
  const firings = inRange(played.books[0]?.firings() ?? [], { from: job.fromMs, to: job.toMs }).filter((firing) => within(windows, firing.openedAt, firing.resolvedAt ?? job.toMs).length === 0)
  const byName = Map.groupBy(firings, (firing) => firing.ruleId)
  const learntMs = job.toMs - job.fromMs - unionMs(windows.map(({ from, to }) => ({ from: Math.max(from, job.fromMs), to: Math.min(to, job.toMs) })))
  const candidates = proposals.map(({ basis, proposal }) => candidateOf(
    basis, proposal, tried.filter((one) => one.basis === basis).map(({ name, forMs }) => ({ forMs, falseCalls: (byName.get(name) ?? []).map((firing) => firing.openedAt) })), learntMs,
  ))
  return {
    report: {
      format: 1, pointId: subject.point.id, unit: subject.point.unit, range: { from: job.fromMs, to: job.toMs }, readings: learner.learnt + learner.leftOut,
      learnt: learner.learnt, leftOut: learner.leftOut, every: learner.every, windows, states, candidates: recommend(candidates, states),
    },
    readings: learner.learnt + learner.leftOut + played.readings,
  }
}

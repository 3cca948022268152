import { compileForAsset } from '#server/core/condition/compile.ts'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import type { CompiledRule } from '#server/core/condition/types.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import { AFTER_MS, BEFORE_MS, leftOut, within, type LeftOut } from '#server/core/limits/left-out.ts'
import type { States } from '#server/core/limits/learner.ts'
import { execOf, systemTx } from '#server/platform/db.ts'
import { readMachines, readOutcomes, type StoredBacktest, type SubjectMachine } from '#server/modules/backtests/index.ts'
import * as condition from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { limitsAsk } from './start-limits.ts'

/** LimitsSubject is whose limits are to be learnt: a point of a machine, under a definition, with what tells the machine's state. */
export interface LimitsSubject {
  readonly machine: SubjectMachine
  readonly point: SubjectMachine['points'][number]
  readonly definition: RuleDefinition
  readonly gateCode: string | null
  readonly states: States
  /** All points of the site. */
  readonly points: readonly telemetry.PointMeta[]
  /** Joins a definition to the point alone, as a rule of that name. */
  readonly compile: (name: string, definition: RuleDefinition) => CompiledRule[]
  /** What of the range is left out. */
  readonly windows: readonly LeftOut[]
}

/** limitsSubject finds what a job is about; throws 'not-found' when it is there no more. */
export async function limitsSubject(orgId: string, job: StoredBacktest): Promise<LimitsSubject> {
  const { pointId, gate } = limitsAsk.parse(job.ask)
  const definition = condition.parseDefinition(job.definition)
  const own = definition.gate
  const states: States = gate !== null ? { by: 'quantiles', count: gate.bands } : own === null ? { by: 'none' } : { by: 'given', bands: own.bands }
  return systemTx(async (client) => {
    const [machine] = await readMachines(execOf(client), orgId, { ids: job.assetIds })
    const point = machine?.points.find((one) => one.id === pointId)
    if (machine === undefined || point === undefined) throw notFound('The point')
    const points = await telemetry.loadSitePoints(client, orgId, machine.siteId)
    const asset = (await condition.loadRuleAssets(client, orgId, machine.siteId, machine.timeZone)).get(machine.id)
    const beside = points.filter((one) => one.assetId === machine.id)
    const outcomes = await readOutcomes(execOf(client), orgId, [machine.id], job.fromMs - AFTER_MS, job.toMs + BEFORE_MS)
    const maintenance = await condition.loadMaintenance(client, orgId, machine.siteId, job.fromMs - DAY_MS)
    return {
      machine, point, definition, gateCode: gate?.code ?? own?.point ?? null, states, points,
      windows: within(leftOut(machine.id, outcomes, maintenance), job.fromMs, job.toMs),
      compile: (name, given) => compileForAsset({ ruleId: name, ruleVersionId: name, definition: { ...given, points: [point.code] } }, beside, asset),
    }
  }, orgId)
}

const EVERYTHING = [{ from: -Number.MAX_VALUE, to: Number.MAX_VALUE, limit: 0, clear: null }]

/** forReading is the definition by which history is read: what is measured does not depend on limits, and a gate that is only asked for its value gets one band for all. */
export function forReading({ definition, gateCode }: Pick<LimitsSubject, 'definition' | 'gateCode'>): RuleDefinition {
  if (gateCode === null) return { ...definition, gate: null }
  return definition.gate?.point === gateCode ? definition : { ...definition, gate: { point: gateCode, bands: EVERYTHING } }
}

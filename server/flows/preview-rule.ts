import { decimate, type Bucketed } from '#server/core/telemetry/decimate.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import { compileForAsset, UNKNOWN_ASSET } from '#server/core/condition/compile.ts'
import { finiteLimit, measureUnit } from '#server/core/condition/measure-unit.ts'
import { historyMs } from '#server/core/condition/measure/of-rule.ts'
import { previewLevels, type Firing } from '#server/core/condition/preview.ts'
import type { CompiledRule, RuleProblem } from '#server/core/condition/types.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { parseDefinition, readRuleAsset } from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'

/** MAX_READINGS bounds what one preview reads; beyond it the oldest part of the range is left out, and the answer says from when it is. */
const MAX_READINGS = 300_000
const BUCKETS = 800
const TIMEOUT_MS = 30_000

/** Level is the limits of one level of severity as they are on the machine, in the unit of what is judged. */
type Level = Pick<CompiledRule['definition'], 'direction' | 'limit' | 'low' | 'high' | 'gate' | 'priority'>

/** PreviewFiring is where it would have fired; its limit is null where there is none that could be reached. */
type PreviewFiring = Omit<Firing, 'limit'> & { readonly limit: number | null }

/** RulePreview is where a rule would have fired on a point's history: times in epoch ms, values in the point's unit. */
export interface RulePreview {
  readonly pointId: string
  readonly unit: string
  readonly fromMs: number
  readonly toMs: number
  readonly readings: number
  readonly points: readonly Bucketed[]
  /** What the rule judges instead of the value, where it judges something else: with its unit, null where that is yes (1) or no (0). */
  readonly judged: { readonly unit: string | null; readonly points: readonly Bucketed[] } | null
  /** The unit of the firings' numbers; null where they are none. */
  readonly firingUnit: string | null
  /** The limits of its levels on this machine. */
  readonly levels: readonly Level[]
  /** Why it cannot be judged on this machine. */
  readonly problem: RuleProblem | null
  readonly gate: { readonly unit: string; readonly points: readonly Bucketed[] } | null
  readonly firings: readonly PreviewFiring[]
}

const columns = (rows: readonly { t: number; value: number }[]) => ({ t: rows.map((row) => row.t), value: rows.map((row) => row.value) })

/** others lists the points that a rule on a point reads besides it; for one about silence, what else its source sends. */
function others(rules: readonly CompiledRule[], point: telemetry.PointRow, points: readonly telemetry.PointRow[]): readonly telemetry.PointRow[] {
  const nos = new Set(rules.flatMap((rule) => [...(rule.gatePointNo === null ? [] : [rule.gatePointNo]), ...rule.inputs.map((input) => input.pointNo)]))
  const isSilence = rules[0]?.definition.measure.kind === 'silence'
  return points.filter((other) => other.no !== point.no && (nos.has(other.no) || (isSilence && other.sourceId !== null && other.sourceId === point.sourceId)))
}

/** onMachine joins the rule to the point's machine as live judging would, with the machine's own limits for the rule. */
async function onMachine(tx: Tx, point: telemetry.PointRow, definition: CompiledRule['definition'], ruleId: string): Promise<{ rules: CompiledRule[]; points: telemetry.PointRow[] }> {
  const points = await telemetry.findAssetPoints(tx, point.assetId)
  // A trial begins with what is recorded, whatever was repaired meanwhile.
  const asset = { ...((await readRuleAsset(tx, point.assetId)) ?? UNKNOWN_ASSET), learnFrom: null }
  const rules = compileForAsset({ ruleId, ruleVersionId: 'preview', definition: { ...definition, points: [point.code] } }, points, asset)
  return { rules: rules.filter((rule) => rule.pointNo === point.no), points }
}

/**
 * previewRule judges a definition on the last days of a point, counted back from its newest reading, with the engine that judges live; what it must
 * learn first is read from before. Throws 'invalid' for a definition that is not complete and 'not-found' for a point that is not theirs to see.
 */
export async function previewRule(actor: Actor, input: { definition: unknown; pointId: string; days: number; ruleId?: string | undefined }): Promise<RulePreview> {
  const definition = parseDefinition(input.definition)
  return withTenant(
    actor.orgId,
    async (tx) => {
      const [point] = await telemetry.findPoints(tx, [input.pointId])
      if (!point || !can(actor, 'telemetry.read', point.siteId)) throw notFound('This point')
      const { rules, points } = await onMachine(tx, point, definition, input.ruleId ?? 'preview')
      const [latest] = await telemetry.latestReadings(tx.exec, [point.no])
      const toMs = (latest?.t ?? now().getTime()) + 1
      const askedMs = toMs - input.days * DAY_MS
      const learnMs = historyMs(definition) + (historyMs(definition) > 0 ? definition.warmupMs : 0)
      const rows = await telemetry.rawSeries(tx.exec, point.no, askedMs - learnMs, toMs, MAX_READINGS)
      const readFromMs = rows.length === MAX_READINGS ? (rows[0]?.t ?? toMs) : askedMs - learnMs
      const fromMs = Math.max(askedMs, readFromMs)
      const shown = rows.filter((row) => row.t >= fromMs)
      // An empty stretch before the first reading would leave the rest a handful of buckets.
      const drawnFromMs = Math.max(fromMs, shown[0]?.t ?? fromMs)
      const drawn = (t: number[], value: number[]) => decimate(t, value, drawnFromMs, toMs, BUCKETS)
      const beside = []
      for (const other of others(rules, point, points)) {
        beside.push({ point: other, ...columns(await telemetry.rawSeries(tx.exec, other.no, readFromMs - other.stalenessMs, toMs, MAX_READINGS)) })
      }
      const { firings, judged } = previewLevels(rules, [{ pointNo: point.no, ...columns(rows) }, ...beside.map(({ point: { no }, t, value }) => ({ pointNo: no, t, value }))])
      const gate = beside.find((other) => other.point.no === rules[0]?.gatePointNo)
      const own = columns(shown)
      const isValue = definition.measure.kind === 'value' || definition.measure.kind === 'iso-zone' || definition.measure.kind === 'silence'
      const unit = measureUnit(definition, point.unit)
      return {
        pointId: point.id,
        unit: point.unit,
        fromMs,
        toMs,
        readings: shown.length,
        points: drawn(own.t, own.value),
        judged: isValue ? null : { unit, points: drawn(judged.t, judged.value) },
        firingUnit: unit,
        levels: rules.map(({ definition: { limit, direction, low, high, gate: bands, priority } }) =>
          ({ direction, limit: limit === null ? null : finiteLimit(limit), low, high, gate: bands, priority })),
        problem: rules[0]?.problem ?? null,
        gate: gate === undefined ? null : { unit: gate.point.unit, points: drawn(gate.t, gate.value) },
        firings: firings.filter((firing) => firing.to === null || firing.to >= fromMs).map((firing) => ({ ...firing, limit: finiteLimit(firing.limit) })),
      }
    },
    { timeoutMs: TIMEOUT_MS },
  )
}

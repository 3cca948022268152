import type { RuleDefinition } from './definition.ts'
import { parseExpression } from './expression/parse.ts'
import { pointsOf } from './expression/tree.ts'
import type { Node } from './expression/tree.ts'
import { isoZonesOf } from './iso-20816.ts'
import type { IsoMachine } from './iso-20816.ts'
import { levelsOf } from './levels.ts'
import { isSensorMeasure } from './measure/schema.ts'
import { overridden } from './override.ts'
import { checkOwnLimits } from './own-limits.ts'
import type { LimitOverride } from './override.ts'
import type { CompiledRule, RuleInput, RuleProblem } from './types.ts'
import { unitMistakes } from './unit-mistakes.ts'

/** PublishedRule is a rule version that is in force. */
export interface PublishedRule { readonly ruleId: string; readonly ruleVersionId: string; readonly definition: RuleDefinition }

/** RulePoint is what a rule needs to know of a point; staleness in ms, range in its unit, band in Hz. */
export interface RulePoint {
  readonly no: number
  readonly assetId: string
  readonly stalenessMs: number
  readonly code?: string
  readonly unit?: string
  readonly rangeLow?: number | null
  readonly rangeHigh?: number | null
  readonly bandLowHz?: number | null
  readonly bandHighHz?: number | null
  readonly sampleRateHz?: number | null
}

/** RuleAsset is what a rule needs to know of a machine and its site. */
export interface RuleAsset {
  readonly machine: IsoMachine
  readonly timeZone: string
  readonly learnFrom: number | null
  /** The limits that this machine has of its own, by rule. */
  readonly overrides?: ReadonlyMap<string, LimitOverride>
}

/** UNKNOWN_ASSET is a machine of which nothing is known, in UTC. */
export const UNKNOWN_ASSET: RuleAsset = {
  machine: { powerKw: null, shaftHeightMm: null, support: null, speedRpm: null, machineType: null }, timeZone: 'UTC', learnFrom: null,
}

/** incidentKeyOf names the episode a rule belongs to: asset and failure mode, asset and sensor, or asset and rule where no mode is named. */
const incidentKeyOf = (rule: PublishedRule, point: RulePoint): string => {
  const { failureMode, measure } = rule.definition
  if (isSensorMeasure(measure)) return `${point.assetId}:sensor:${point.no}`
  return failureMode === null ? `${point.assetId}:rule:${rule.ruleId}` : `${point.assetId}:${failureMode}`
}

/** noDataKeyOf names the episode of a rule's silent points on an asset; for a rule about a sensor, of that sensor's silence. */
export const noDataKeyOf = ({ assetId, ruleId, definition, incidentKey }: Pick<CompiledRule, 'assetId' | 'ruleId' | 'definition' | 'incidentKey'>): string =>
  isSensorMeasure(definition.measure) ? `${incidentKey}:no-data` : `${assetId}:rule:${ruleId}:no-data`

/** withRange fills in the ends of the point's range where a rule about clipping names none. */
const withRange = (definition: RuleDefinition, point: RulePoint): RuleDefinition => {
  const { measure } = definition
  if (measure.kind !== 'clipping') return definition
  return { ...definition, measure: { ...measure, low: measure.low ?? point.rangeLow ?? null, high: measure.high ?? point.rangeHigh ?? null } }
}

/** fitting gives a machine's own limits unless the rule has changed since so that they make no sense any more: then its own hold. */
const fitting = (rule: RuleDefinition, own: LimitOverride | undefined): LimitOverride | undefined =>
  own !== undefined && checkOwnLimits(rule, own).length === 0 ? own : undefined

const treeOf = ({ measure }: RuleDefinition): Node | null => {
  const parsed = measure.kind === 'expression' ? parseExpression(measure.text) : null
  return parsed?.ok === true ? parsed.value : null
}

const inputsOf = (tree: Node | null, point: RulePoint, others: readonly RulePoint[]): { inputs: RuleInput[]; missing: boolean } => {
  const codes = tree === null ? [] : pointsOf(tree).filter((code) => code !== point.code)
  const inputs = codes.flatMap((code) => {
    const found = others.find((other) => other.code === code)
    return found === undefined ? [] : [{ code, pointNo: found.no, stalenessMs: found.stalenessMs }]
  })
  return { inputs, missing: inputs.length < codes.length }
}

const measurementOf = (point: RulePoint) => ({
  unit: point.unit ?? '', bandLowHz: point.bandLowHz ?? null, bandHighHz: point.bandHighHz ?? null, sampleRateHz: point.sampleRateHz ?? null,
})

/** RuleSurroundings is the rest of the machine: its gate point, its other points and its own facts. */
export interface RuleSurroundings { readonly gate: Pick<RulePoint, 'no' | 'stalenessMs'> | null; readonly points: readonly RulePoint[]; readonly asset: RuleAsset }

/** compileLevels joins a rule version to one point, one compiled rule per level. What it lacks (gate, input, range, zone) becomes its problem: it is in error when judged. */
export const compileLevels = (rule: PublishedRule, point: RulePoint, around: RuleSurroundings): CompiledRule[] => {
  const { gate: gatePoint, points, asset } = around
  const definition = withRange(overridden(rule.definition, fitting(rule.definition, asset.overrides?.get(rule.ruleId))), point)
  const tree = treeOf(definition)
  const { inputs, missing } = inputsOf(tree, point, points)
  const iso = definition.measure.kind === 'iso-zone' ? isoZonesOf(asset.machine, measurementOf(point)) : null
  const noRange = definition.measure.kind === 'clipping' && definition.measure.low === null && definition.measure.high === null
  const problem: RuleProblem | null =
    definition.gate !== null && gatePoint === null ? 'gate-point-missing' : missing ? 'input-point-missing' : noRange ? 'range-missing' : (iso?.problem ?? null)
  return levelsOf(definition, iso?.zones ?? null).map((levelDefinition, level) => ({
    ruleId: rule.ruleId,
    ruleVersionId: rule.ruleVersionId,
    pointNo: point.no,
    pointCode: point.code ?? '',
    level,
    assetId: point.assetId,
    incidentKey: incidentKeyOf(rule, point),
    failureMode: definition.failureMode,
    priority: levelDefinition.priority,
    stalenessMs: point.stalenessMs,
    gatePointNo: definition.gate === null ? null : (gatePoint?.no ?? null),
    gateStalenessMs: gatePoint?.stalenessMs ?? 0,
    definition: levelDefinition,
    problem,
    inputs,
    tree,
    mistakes: definition.measure.kind === 'wrong-unit' ? unitMistakes(point.unit) : [],
    timeZone: asset.timeZone,
    learnFrom: asset.learnFrom,
  }))
}

/** compileForAsset joins a rule to every point of one asset whose code it names; the gate and an expression's inputs are that asset's points too. */
export const compileForAsset = (
  rule: PublishedRule, points: readonly (RulePoint & { readonly code: string })[], asset: RuleAsset = UNKNOWN_ASSET,
): CompiledRule[] => {
  const gate = points.find((point) => point.code === rule.definition.gate?.point) ?? null
  return points.filter((point) => rule.definition.points.includes(point.code)).flatMap((point) => compileLevels(rule, point, { gate, points, asset }))
}

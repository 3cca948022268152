import type { RuleDefinition } from './definition.ts'
import type { CompiledRule } from './types.ts'

/** PublishedRule is a rule version that is in force. */
export interface PublishedRule { readonly ruleId: string; readonly ruleVersionId: string; readonly definition: RuleDefinition }

/** RulePoint is what a rule needs to know of a point; staleness in ms. */
export interface RulePoint { readonly no: number; readonly assetId: string; readonly stalenessMs: number }

/** incidentKeyOf names the episode a rule belongs to: asset and failure mode, or asset and rule where no mode is named. */
const incidentKeyOf = (assetId: string, failureMode: string | null, ruleId: string): string =>
  failureMode === null ? `${assetId}:rule:${ruleId}` : `${assetId}:${failureMode}`

/** noDataKeyOf names the episode of a rule's silent points on an asset. */
export const noDataKeyOf = (assetId: string, ruleId: string): string => `${assetId}:rule:${ruleId}:no-data`

/** compileRule joins a rule version to one point. A gated rule without its gate point compiles, and is in error when judged. */
export const compileRule = (rule: PublishedRule, point: RulePoint, gatePoint: Pick<RulePoint, 'no' | 'stalenessMs'> | null): CompiledRule => ({
  ruleId: rule.ruleId,
  ruleVersionId: rule.ruleVersionId,
  pointNo: point.no,
  assetId: point.assetId,
  incidentKey: incidentKeyOf(point.assetId, rule.definition.failureMode, rule.ruleId),
  failureMode: rule.definition.failureMode,
  priority: rule.definition.priority,
  stalenessMs: point.stalenessMs,
  gatePointNo: rule.definition.gate === null ? null : (gatePoint?.no ?? null),
  gateStalenessMs: gatePoint?.stalenessMs ?? 0,
  definition: rule.definition,
})

/** compileForAsset joins a rule to every point of one asset whose code it names; the gate is that asset's point too. */
export const compileForAsset = (rule: PublishedRule, points: readonly (RulePoint & { readonly code: string })[]): CompiledRule[] => {
  const gateCode = rule.definition.gate?.point
  const gatePoint = points.find((point) => point.code === gateCode) ?? null
  return points.filter((point) => rule.definition.points.includes(point.code)).map((point) => compileRule(rule, point, gatePoint))
}

import type { RuleDefinition } from '../condition/definition.ts'
import { bandAt } from '../condition/judge.ts'

/** PointLimit is the limit a value meets first, and from which side. */
export interface PointLimit {
  readonly value: number
  readonly direction: 'above' | 'below'
}

/** limitsOf lists the limits that a level of a rule sets for the points it watches now; a gated one's come from the band of the gate's newest value, if known. */
export function limitsOf(rule: Pick<RuleDefinition, 'direction' | 'limit' | 'low' | 'high' | 'gate'>, gateValue: number | null): PointLimit[] {
  if (rule.direction === 'outside') {
    return [
      ...(rule.high === null ? [] : [{ value: rule.high, direction: 'above' as const }]),
      ...(rule.low === null ? [] : [{ value: rule.low, direction: 'below' as const }]),
    ]
  }
  const value = rule.gate === null ? rule.limit : (bandAt(rule.gate.bands, gateValue)?.limit ?? null)
  return value === null ? [] : [{ value, direction: rule.direction }]
}

/** nearestLimit picks the limit nearest to the value: the one that is, or would be, broken first. Without a value the first one. */
export function nearestLimit(limits: readonly PointLimit[], value: number | null): PointLimit | null {
  if (value === null) return limits[0] ?? null
  const room = (limit: PointLimit): number => (limit.direction === 'above' ? limit.value - value : value - limit.value)
  return limits.reduce<PointLimit | null>((nearest, limit) => (nearest === null || Math.abs(room(limit)) < Math.abs(room(nearest)) ? limit : nearest), null)
}

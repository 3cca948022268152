import type { RuleDefinition } from './definition.ts'

/** Verdict is what one value says: limit broken, not broken, or not to be told (gate unknown, warm-up). */
export type Verdict = 'true' | 'false' | 'unknown'

/** Judgement is a verdict with the limit that decided it; clear says that the value is back on the safe side of the clear limit. */
export interface Judgement { readonly verdict: Verdict; readonly clear: boolean; readonly limit: number | null }

/** Band is a stretch of the gate's values with its own limit. */
export type Band = NonNullable<RuleDefinition['gate']>['bands'][number]

/** UNKNOWN is the judgement that holds a rule's state. */
export const UNKNOWN: Judgement = Object.freeze({ verdict: 'unknown', clear: false, limit: null })

/** bandAt finds the band that holds a gate value, both ends inclusive; at a shared end the lower band decides. Null for none. */
export const bandAt = (bands: readonly Band[], gateValue: number | null): Band | null =>
  gateValue === null ? null : (bands.find((band) => gateValue >= band.from && gateValue <= band.to) ?? null)

const judgeSide = (direction: 'above' | 'below', value: number, limit: number, clearLimit: number): Judgement =>
  direction === 'above'
    ? { verdict: value > limit ? 'true' : 'false', clear: value <= clearLimit, limit }
    : { verdict: value < limit ? 'true' : 'false', clear: value >= clearLimit, limit }

const judgeOutside = (value: number, low: number, high: number): Judgement => {
  if (value < low) return { verdict: 'true', clear: false, limit: low }
  if (value > high) return { verdict: 'true', clear: false, limit: high }
  return { verdict: 'false', clear: true, limit: null }
}

/** judgeValue judges one value against a rule; gateValue is null where the rule has no gate or the gate is unknown. */
export const judgeValue = (rule: RuleDefinition, value: number, gateValue: number | null): Judgement => {
  if (rule.direction === 'outside') return judgeOutside(value, rule.low ?? -Infinity, rule.high ?? Infinity)
  if (rule.gate === null) return rule.limit === null ? UNKNOWN : judgeSide(rule.direction, value, rule.limit, rule.clear ?? rule.limit)
  const band = bandAt(rule.gate.bands, gateValue)
  return band === null ? UNKNOWN : judgeSide(rule.direction, value, band.limit, band.clear ?? band.limit)
}

const NEVER = { low: Infinity, high: -Infinity }

/** quietRange gives the values [low, high] that break no limit of a rule whatever its gate says: the engine's fast path. */
export const quietRange = (rule: RuleDefinition): { low: number; high: number } => {
  // Every reading counts for a measure that remembers or looks elsewhere.
  if (rule.measure.kind !== 'value') return rule.measure.kind === 'silence' ? { low: -Infinity, high: Infinity } : NEVER
  if (rule.direction === 'outside') return { low: rule.low ?? -Infinity, high: rule.high ?? Infinity }
  const limits = rule.gate === null ? (rule.limit === null ? [] : [rule.limit]) : rule.gate.bands.map((band) => band.limit)
  return rule.direction === 'above' ? { low: -Infinity, high: Math.min(...limits) } : { low: Math.max(...limits), high: Infinity }
}

/** watchedLimit gives a limit to show where none was applied yet: the rule's own, else its first band's, else its upper one. */
export const watchedLimit = (rule: RuleDefinition): number => rule.limit ?? rule.gate?.bands[0]?.limit ?? rule.high ?? rule.low ?? 0

import { hasOwnLimit } from './definition-checks.ts'
import type { RuleDefinition } from './definition.ts'
import { measureUnit } from './measure-unit.ts'
import { lasting, part } from './sentence-parts.ts'
import type { SentencePart } from './sentence-parts.ts'

const USUAL_FREEZE = 4

/** decided is the clause of a rule that names no limit: what comes true. */
const decided = ({ measure, points }: RuleDefinition): SentencePart => {
  switch (measure.kind) {
    case 'iso-zone': return part('isoZone', { points })
    case 'silence': return part('silence', { points })
    case 'wrong-unit': return part('wrongUnit', { points })
    default: return part('isTrue', { text: measure.kind === 'expression' ? measure.text : '' })
  }
}

/** watched says what a rule judges and against which limit; the measure names what is made of the points first. */
export const watched = (rule: RuleDefinition, unit: string): SentencePart => {
  if (hasOwnLimit(rule)) return decided(rule)
  const { direction, points, gate, measure } = rule
  const what = { points, measure: measure.kind, ...(measure.kind === 'expression' ? { text: measure.text } : {}) }
  const inUnit = measureUnit(rule, unit) ?? ''
  if (direction === 'outside') return part('outside', { ...what, low: rule.low ?? 0, high: rule.high ?? 0, unit: inUnit })
  if (gate === null) return part(direction, { ...what, limit: rule.limit ?? 0, unit: inUnit })
  return part(direction === 'above' ? 'aboveByGate' : 'belowByGate', { ...what, gate: gate.point })
}

/** howMeasured says the settings of a measure, in the point's unit; what is left at its default is left out. */
export const howMeasured = ({ measure }: RuleDefinition, unit: string): SentencePart[] => {
  switch (measure.kind) {
    case 'value': case 'expression': case 'silence': return []
    case 'rate': case 'noise': return [lasting('window', measure.windowMs)]
    case 'deviation':
      return [
        lasting('learn', measure.learnMs),
        ...(measure.halfLifeMs === null ? [part('learntOnce')] : [lasting('follow', measure.halfLifeMs)]),
        ...(measure.trend ? [part('followTrend')] : []),
        ...(measure.minSpread > 0 ? [part('minSpread', { value: measure.minSpread, unit })] : []),
        ...(measure.freezeAt === USUAL_FREEZE ? [] : [part('freeze', { spreads: measure.freezeAt })]),
        ...(measure.smoothMs > 0 ? [lasting('smooth', measure.smoothMs)] : []),
      ]
    case 'iso-zone':
      return [
        ...(measure.baseline === null ? [] : [part('isoBaseline', { value: measure.baseline, unit })]),
        ...(measure.dangerPriority === null ? [] : [part('isoDanger', { priority: measure.dangerPriority })]),
      ]
    case 'stuck': return measure.tolerance > 0 ? [part('tolerance', { value: measure.tolerance, unit })] : []
    case 'clipping':
      return [
        lasting('window', measure.windowMs),
        ...(measure.low === null ? [] : [part('clippingLow', { value: measure.low, unit })]),
        ...(measure.high === null ? [] : [part('clippingHigh', { value: measure.high, unit })]),
      ]
    case 'wrong-unit': return [lasting('learn', measure.learnMs), ...(measure.minSpread > 0 ? [part('minSpread', { value: measure.minSpread, unit })] : [])]
  }
}

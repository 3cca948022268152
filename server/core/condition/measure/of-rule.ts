import type { CompiledRule } from '../types.ts'
import { truthOf, numberOf } from '../expression/evaluate.ts'
import type { Lookup } from '../expression/evaluate.ts'
import { kindOf } from '../expression/tree.ts'
import { deviationSignal } from './deviation.ts'
import { clippingSignal, noiseSignal } from './noise.ts'
import { rateSignal } from './rate.ts'
import { stuckSignal } from './stuck.ts'
import type { Signal } from './signal.ts'
import { wrongUnitSignal } from './wrong-unit.ts'

/** signalFor makes the signal that a compiled rule judges, empty; null for a measure that remembers nothing. */
export const signalFor = ({ definition, stalenessMs, mistakes }: CompiledRule): Signal | null => {
  const { measure, gate } = definition
  switch (measure.kind) {
    case 'value': case 'iso-zone': case 'expression': case 'silence': return null
    case 'rate': return rateSignal(measure.windowMs, measure.per, stalenessMs)
    case 'deviation': return deviationSignal({ ...measure, bands: gate?.bands ?? null, maxGapMs: stalenessMs })
    case 'stuck': return stuckSignal(measure.tolerance, stalenessMs)
    case 'noise': return noiseSignal(measure.windowMs, stalenessMs)
    case 'clipping': return clippingSignal(measure.windowMs, measure.low ?? -Infinity, measure.high ?? Infinity, stalenessMs)
    case 'wrong-unit': return wrongUnitSignal(mistakes, { ...measure, maxGapMs: stalenessMs })
  }
}

/** historyMs is how far back a signal that begins anew wants to be taught, in ms; 0 for a measure that remembers nothing. */
export const historyMs = ({ measure }: CompiledRule['definition']): number => {
  switch (measure.kind) {
    case 'value': case 'iso-zone': case 'expression': case 'silence': return 0
    case 'rate': case 'noise': case 'clipping': return measure.windowMs
    case 'deviation': return 2 * measure.learnMs + (measure.halfLifeMs ?? 0)
    case 'wrong-unit': return 2 * measure.learnMs
    case 'stuck': return 3_600_000
  }
}

/** expressionValue gives what an expression is at a moment: its number, 1 or 0 for a comparison, or null where a point it needs is not known. */
export const expressionValue = (rule: CompiledRule, lookup: Lookup): number | null => {
  if (rule.tree === null) return null
  if (kindOf(rule.tree) === 'number') return numberOf(rule.tree, lookup)
  const truth = truthOf(rule.tree, lookup)
  return truth === null ? null : Number(truth)
}

import { hasOwnLimit } from '#server/core/condition/definition-checks.ts'
import { isSensorMeasure } from '#server/core/condition/measure/schema.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#server/core/kernel/time.ts'
import type { Definition } from './rule.ts'

/** Kind is what a rule judges. */
export type Kind = Definition['measure']['kind']

/** KINDS are the kinds of rules in the order in which they are offered. */
export const KINDS: readonly Kind[] = ['value', 'rate', 'deviation', 'iso-zone', 'expression', 'stuck', 'noise', 'clipping', 'silence', 'wrong-unit']

const FIRST_SPREADS = 4
const FIRST_SHARE = 5

/** measureFor is what a kind of rule begins with. */
function measureFor(kind: Kind): Definition['measure'] {
  switch (kind) {
    case 'value': case 'silence': return { kind }
    case 'rate': return { kind, windowMs: HOUR_MS, per: 'hour' }
    case 'deviation': return { kind, learnMs: DAY_MS, halfLifeMs: 7 * DAY_MS, trend: false, minSpread: 0, freezeAt: FIRST_SPREADS, smoothMs: 0 }
    case 'iso-zone': return { kind, baseline: null, dangerPriority: null }
    case 'expression': return { kind, text: '' }
    case 'stuck': return { kind, tolerance: 0 }
    case 'noise': return { kind, windowMs: 10 * MINUTE_MS }
    case 'clipping': return { kind, windowMs: 10 * MINUTE_MS, low: null, high: null }
    case 'wrong-unit': return { kind, learnMs: DAY_MS, minSpread: 0 }
  }
}

/** firstLimit is a sensible first limit of a kind; NaN where only the person can know it. */
function firstLimit(kind: Kind): number {
  if (kind === 'deviation') return FIRST_SPREADS
  if (kind === 'stuck') return HOUR_MS / 1000
  return kind === 'clipping' ? FIRST_SHARE : Number.NaN
}

/** settled makes the rest of a rule agree with what it judges: no limit where the measure decides by itself, one where it does not. */
function settled(rule: Definition): Definition {
  const failureMode = isSensorMeasure(rule.measure) ? null : rule.failureMode
  const noData = rule.measure.kind === 'silence' ? { ...rule.noData, policy: 'alert' as const } : rule.noData
  if (hasOwnLimit(rule)) return { ...rule, failureMode, noData, direction: 'above', limit: null, low: null, high: null, clear: null, gate: null, ladder: [] }
  const lacks = rule.limit === null && rule.gate === null && rule.direction !== 'outside'
  return { ...rule, failureMode, noData, limit: lacks ? firstLimit(rule.measure.kind) : rule.limit }
}

/** withKind turns a rule into another kind; limits of the old one mean nothing there. */
export const withKind = (rule: Definition, kind: Kind): Definition =>
  kind === rule.measure.kind ? rule : settled({ ...rule, measure: measureFor(kind), direction: 'above', limit: null, low: null, high: null, clear: null, gate: null, ladder: [] })

/** withMeasure changes how a rule of the same kind judges. */
export const withMeasure = (rule: Definition, measure: Definition['measure']): Definition => settled({ ...rule, measure })

/** withReading puts a point into an expression, in brackets where its code is no plain word. */
export const withReading = (text: string, code: string): string => [text.trimEnd(), /^[\p{L}_][\p{L}\p{N}_]*$/u.test(code) ? code : `[${code}]`].filter(Boolean).join(' ')

import { hasOwnLimit } from '#server/core/condition/definition-checks.ts'
import { isSensorMeasure } from '#server/core/condition/measure/schema.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#server/core/kernel/time.ts'
import type { Definition } from './rule.ts'

/** Kind is what a rule judges. */
export type Kind = Definition['measure']['kind']

/** KIND_GROUPS are the kinds of rules in the order in which they are offered: those about the machine, and those about its sensors. */
export const KIND_GROUPS = { machine: ['value', 'rate', 'deviation', 'iso-zone', 'expression'], sensor: ['stuck', 'noise', 'clipping', 'silence', 'wrong-unit'] } as const satisfies Record<string, readonly Kind[]>

/** KINDS are all kinds of rules in that order. */
export const KINDS: readonly Kind[] = [...KIND_GROUPS.machine, ...KIND_GROUPS.sensor]

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

const withoutLimits = (rule: Definition): Definition => ({ ...rule, direction: 'above', limit: null, low: null, high: null, clear: null, gate: null, ladder: [] })

/** silent leaves to a rule about silence only what has an effect on it. */
const silent = (rule: Definition): Definition => ({ ...withoutLimits(rule), noData: { ...rule.noData, policy: 'alert' }, forMs: 0, hold: null, keepFiringMs: 0, warmupMs: 0, schedule: null })

/** settled makes the rest of a rule agree with what it judges: no limit where the measure decides by itself, one where it does not. */
function settled(given: Definition): Definition {
  const rule = isSensorMeasure(given.measure) ? { ...given, failureMode: null } : given
  if (rule.measure.kind === 'silence') return silent(rule)
  if (hasOwnLimit(rule)) return withoutLimits(rule)
  const lacks = rule.limit === null && rule.gate === null && rule.direction !== 'outside'
  return lacks ? { ...rule, limit: firstLimit(rule.measure.kind) } : rule
}

/** withKind turns a rule into another kind; limits of the old one mean nothing there, and a value that stands still has lasted already. */
export const withKind = (rule: Definition, kind: Kind): Definition =>
  kind === rule.measure.kind ? rule : settled({ ...withoutLimits(rule), measure: measureFor(kind), forMs: kind === 'stuck' ? 0 : rule.forMs })

/** withMeasure changes how a rule of the same kind judges. */
export const withMeasure = (rule: Definition, measure: Definition['measure']): Definition => settled({ ...rule, measure })

/** withReading puts a point into an expression, in brackets where its code is no plain word. */
export const withReading = (text: string, code: string): string => [text.trimEnd(), /^[\p{L}_][\p{L}\p{N}_]*$/u.test(code) ? code : `[${code}]`].filter(Boolean).join(' ')

/** nearestLimit is how far the nearest of a rule's limits lies from zero; Infinity without any. */
export const nearestLimit = ({ limit, low, high, gate }: Definition): number =>
  Math.min(Infinity, ...[limit, low, high, ...(gate?.bands ?? []).map((band) => band.limit)].filter((one): one is number => one !== null && Number.isFinite(one)).map(Math.abs))

import { ladderByFactor, ladderByLimit } from './ladder.ts'
import type { Band, Definition } from './rule.ts'

type Direction = Definition['direction']

const numberOr = (...values: readonly (number | null | undefined)[]): number => values.find((value) => typeof value === 'number' && Number.isFinite(value)) ?? Number.NaN

/** withDirection turns a rule to another side and keeps what was typed as far as it makes sense there. */
export function withDirection(rule: Definition, direction: Direction): Definition {
  if (direction === rule.direction) return rule
  if (direction === 'outside') {
    const limit = numberOr(rule.limit, rule.gate?.bands[0]?.limit)
    const other = numberOr(rule.clear)
    // The old limit stays on its side; the other one is for the person to give.
    const [low, high] = rule.direction === 'above' ? [other < limit ? other : Number.NaN, limit] : [limit, other > limit ? other : Number.NaN]
    return { ...rule, direction, limit: null, clear: null, gate: null, low, high, ladder: [] }
  }
  if (rule.direction === 'outside') return { ...rule, direction, limit: numberOr(direction === 'above' ? rule.high : rule.low), low: null, high: null, clear: null }
  // A clear limit lies on the safe side, which is now the other one.
  const gate = rule.gate === null ? null : { ...rule.gate, bands: rule.gate.bands.map((band) => ({ ...band, clear: null })) }
  return { ...rule, direction, clear: null, gate, ladder: rule.ladder.map((level) => ({ ...level, clear: null })) }
}

/** withGate lets another point decide, with one band to begin with; its edges are for the person to give. */
export const withGate = (rule: Definition, point: string): Definition =>
  rule.gate === null
    ? {
        ...rule, gate: { point, bands: [{ from: Number.NaN, to: Number.NaN, limit: numberOr(rule.limit), clear: rule.clear }] }, limit: null, clear: null,
        ladder: ladderByFactor(rule.ladder, numberOr(rule.limit)),
      }
    : { ...rule, gate: { ...rule.gate, point } }

/** withoutGate goes back to one limit for all: the first band's. */
export const withoutGate = (rule: Definition): Definition => {
  const [first] = rule.gate?.bands ?? []
  return { ...rule, gate: null, limit: numberOr(first?.limit), clear: first?.clear ?? null, ladder: ladderByLimit(rule.ladder, numberOr(first?.limit)) }
}

const withBands = (rule: Definition, change: (bands: readonly Band[]) => Band[]): Definition =>
  rule.gate === null ? rule : { ...rule, gate: { ...rule.gate, bands: change(rule.gate.bands) } }

/** withBand changes one band. */
export const withBand = (rule: Definition, index: number, change: Partial<Band>): Definition =>
  withBands(rule, (bands) => bands.map((band, place) => (place === index ? { ...band, ...change } : band)))

/** addBand adds a band that begins where the last one ends. */
export const addBand = (rule: Definition): Definition =>
  withBands(rule, (bands) => [...bands, { from: numberOr(bands.at(-1)?.to), to: Number.NaN, limit: numberOr(bands.at(-1)?.limit), clear: null }])

/** removeBand takes a band away; the last one stays. */
export const removeBand = (rule: Definition, index: number): Definition =>
  withBands(rule, (bands) => (bands.length === 1 ? [...bands] : bands.filter((_band, place) => place !== index)))

/** withPoint adds or takes away a watched point; codes keep the order of the list given. */
export const withPoint = (rule: Definition, code: string, watched: boolean, order: readonly string[]): Definition => {
  const wanted = new Set(rule.points)
  if (watched) wanted.add(code)
  else wanted.delete(code)
  return { ...rule, points: [...order.filter((one) => wanted.has(one)), ...[...wanted].filter((one) => !order.includes(one))] }
}

/** newDefinition is what a rule says at first: one point beyond one limit for five minutes. */
export const newDefinition = (points: readonly string[], direction: 'above' | 'below', limit: number): Definition => ({
  kind: 'threshold', points: [...points], measure: { kind: 'value' }, direction, limit, low: null, high: null, clear: null, forMs: 300_000, hold: null,
  keepFiringMs: 0, gate: null, schedule: null, ladder: [], noData: { policy: 'keep', afterMs: null }, priority: 3, failureMode: null, warmupMs: 0,
})

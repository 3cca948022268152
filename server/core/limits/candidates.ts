import type { RuleDefinition } from '../condition/definition.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../kernel/time.ts'
import type { StateBand } from './state-bands.ts'
import type { Statistics } from './statistics.ts'

/** BASES are what a proposed limit rests on: the value beyond which 1 % or 0.1 % of the machine's own values lie, or six robust spreads from its middle. */
export const BASES = ['p99', 'p999', 'spread'] as const
export type Basis = (typeof BASES)[number]

/** BandStatistics is how the values lie in one state of the machine; the band is null where its state does not matter. */
export interface BandStatistics { readonly band: StateBand | null; readonly statistics: Statistics }

/** Proposal is the part of a definition that is proposed. */
export type Proposal = Pick<RuleDefinition, 'limit' | 'clear' | 'low' | 'high' | 'gate'>

// For a normal spread 1.4826 mad is the standard deviation (P. J. Huber, Robust Statistics).
const SIGMA = 1.4826
const SPREADS = 6

type Side = 'above' | 'below'

const limitOn = (side: Side, basis: Basis, at: Statistics): number => {
  if (basis === 'spread') return at.median + (side === 'above' ? 1 : -1) * SPREADS * SIGMA * at.mad
  if (side === 'above') return basis === 'p99' ? at.p99 : at.p999
  return basis === 'p99' ? at.p01 : at.p001
}

/** outward rounds a limit away from the middle, to a hundredth of its distance: a number that people can say. */
const outward = (side: Side, limit: number, middle: number): number => {
  const distance = Math.abs(limit - middle)
  const step = 10 ** Math.floor(Math.log10(distance > 0 ? distance / 10 : Math.abs(limit) / 100))
  // Values as good as equal have no step that one could count in.
  if (!(step > Math.abs(limit) * 1e-9) || !(step > 1e-100)) return limit
  const steps = side === 'above' ? Math.ceil(limit / step - 1e-9) : Math.floor(limit / step + 1e-9)
  return Number((steps * step).toPrecision(12))
}

/** clearOn is where the machine is nineteen twentieths of the time; null where that is not on the safe side of the limit. */
const clearOn = (side: Side, limit: number, at: Statistics): number | null => {
  const clear = outward(side, side === 'above' ? at.p95 : at.p05, at.median)
  return (side === 'above' ? clear < limit : clear > limit) ? clear : null
}

/** proposalOf proposes limits on a basis, one for each state of the machine; null where the values do not spread at all. */
export function proposalOf(direction: RuleDefinition['direction'], basis: Basis, gatePoint: string | null, states: readonly BandStatistics[]): Proposal | null {
  if (states.length === 0 || (basis === 'spread' && states.some(({ statistics }) => statistics.mad === 0))) return null
  const on = (side: Side, { statistics }: BandStatistics) => {
    const limit = outward(side, limitOn(side, basis, statistics), statistics.median)
    return { limit, clear: clearOn(side, limit, statistics) }
  }
  const [first] = states as [BandStatistics]
  if (direction === 'outside') {
    const [low, high] = [on('below', first).limit, on('above', first).limit]
    return low < high ? { limit: null, clear: null, low, high, gate: null } : null
  }
  if (gatePoint === null) return { ...on(direction, first), low: null, high: null, gate: null }
  const bands = states.flatMap((state) => (state.band === null ? [] : [{ ...state.band, ...on(direction, state) }]))
  return { limit: null, clear: null, low: null, high: null, gate: { point: gatePoint, bands } }
}

const DELAYS = [10 * SECOND_MS, 30 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 2 * HOUR_MS, 5 * HOUR_MS]
const TRIED = 4

/** delaysFor are the delays that are tried with each limit: none, and the first that hold three readings at least, a point being read every `spacingMs`. */
export const delaysFor = (spacingMs: number): readonly number[] => [0, ...DELAYS.filter((delay) => delay >= 2 * spacingMs).slice(0, TRIED)]

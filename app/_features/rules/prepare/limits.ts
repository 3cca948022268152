import type { JobView } from './backtest-job.ts'
import type { Definition, Vocabulary } from './rule.ts'
import { problemsOf } from './words.ts'

/** LimitsView is what was learnt of a point's history. */
export type LimitsView = NonNullable<JobView['limits']>

/** Candidate is a proposed limit with the delay that goes with it and the false calls it would have made. */
export type Candidate = LimitsView['candidates'][number]

/** OWN_STATES asks for the rule's own bands, or one limit for all where it has none. */
export const OWN_STATES = 'own'

/** statePoints are the points that may tell the machine's state: none for a rule with two limits, which takes no bands. */
export const statePoints = (definition: Definition, { points }: Vocabulary): Vocabulary['points'] =>
  definition.direction === 'outside' ? [] : points.filter(({ code }) => !definition.points.includes(code))

/** gateAsk is by which point the state shall be told, cut into so many bands; null for the rule's own. */
export const gateAsk = (state: string, bands: number): { code: string; bands: number } | null => (state === OWN_STATES ? null : { code: state, bands })

/**
 * withCandidate puts a proposal into a rule: limits, bands and delay. A count of broken readings gives way to the delay that it was tried with; further levels
 * that do not fit the new limit are left out.
 */
export function withCandidate(definition: Definition, { proposal, forMs }: Pick<Candidate, 'proposal' | 'forMs'>): Definition {
  const { limit, clear, low, high, gate } = proposal
  const next = { ...definition, limit, clear, low, high, gate: gate === null ? null : { point: gate.point, bands: gate.bands.map((band) => ({ ...band })) }, forMs, hold: null }
  return problemsOf(next).length === 0 ? next : { ...next, ladder: [] }
}

/** whyNothing tells why a report proposes nothing: too few readings to learn from, or values that are all the same; null where it does propose. */
export const whyNothing = ({ states, candidates }: Pick<LimitsView, 'states' | 'candidates'>): 'too-little' | 'no-spread' | null =>
  states.length === 0 ? 'too-little' : candidates.length === 0 ? 'no-spread' : null

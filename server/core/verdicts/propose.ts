import type { RuleDefinition } from '../condition/definition.ts'
import { bandAt } from '../condition/judge.ts'
import { niceBetween, niceDuration } from './nice.ts'

// How many judged episodes a proposal needs: of fewer, the next one may say the opposite.
const MIN_LABELLED = 5
const MIN_RIGHT = 1
const MIN_FALSE = 2
const MOST_STEPS = 4
// Beyond the deepest trough there is room for a fiftieth of the limit at least.
const ROOM = 50

/** LabelledEpisode is an episode of a rule of which a person said, on its order, whether a fault was there. Times in epoch ms, values in the point's unit. */
export interface LabelledEpisode {
  readonly id: string
  readonly label: 'right' | 'false'
  /** The furthest value while it lasted. */
  readonly peak: number
  /** How long its condition held, the rule's own delay included; null while it lasts. */
  readonly heldMs: number | null
  /** The gate's value when it fired; null where the rule has no gate. */
  readonly gateValue: number | null
  /** The safest value since the episode before it on the point; null where there was none within a day. */
  readonly troughBefore: number | null
}

/** ProposedChange is one word of the rule said differently; band is its place among the gate's bands. */
export type ProposedChange =
  | { readonly kind: 'limit'; readonly band: number | null; readonly from: number; readonly to: number }
  | { readonly kind: 'clear'; readonly band: number | null; readonly from: number; readonly to: number }
  | { readonly kind: 'delay'; readonly from: number; readonly to: number }

/** changeKey names a change, so that one that a person dismissed is known again. */
export const changeKey = (change: ProposedChange): string => [change.kind, ...(change.kind === 'delay' || change.band === null ? [] : [`band ${change.band}`]), change.to].join(':')

/** Unfit says why nothing can be proposed: too few verdicts, nothing ever confirmed, nothing to complain of, or a rule that judges something else than one value by one limit. */
export type Unfit = 'too-few' | 'nothing-confirmed' | 'few-false' | 'other-kind'

/** whyUnfit tells whether verdicts of this rule can lead to a proposal; null when they can. */
export function whyUnfit(definition: RuleDefinition, episodes: readonly Pick<LabelledEpisode, 'label'>[]): Unfit | null {
  if (definition.direction === 'outside' || definition.measure.kind !== 'value' || definition.hold !== null || definition.ladder.length > 0) return 'other-kind'
  const right = episodes.filter(({ label }) => label === 'right').length
  const wrong = episodes.length - right
  if (wrong < MIN_FALSE) return episodes.length < MIN_LABELLED ? 'too-few' : 'few-false'
  if (right < MIN_RIGHT) return 'nothing-confirmed'
  return episodes.length < MIN_LABELLED ? 'too-few' : null
}

/** steps picks at most four of ascending places, the last always: the more are left out, the more of a change. */
const steps = (places: readonly number[]): number[] => {
  const every = Math.ceil(places.length / MOST_STEPS)
  return places.filter((_, index) => (places.length - 1 - index) % every === 0)
}

const least = (values: readonly number[]): number => Math.min(Infinity, ...values)
const distinct = (values: readonly number[]): number[] => [...new Set(values)].toSorted((a, b) => a - b)

interface Limited { readonly band: number | null; readonly limit: number; readonly clear: number; readonly episodes: readonly LabelledEpisode[] }

/** limitsOf lists the limits of a rule, each with the episodes that it decided. */
function limitsOf(definition: RuleDefinition, episodes: readonly LabelledEpisode[]): Limited[] {
  const { gate, limit, clear } = definition
  if (gate === null) return limit === null ? [] : [{ band: null, limit, clear: clear ?? limit, episodes }]
  return gate.bands.map((band, index) => ({
    band: index, limit: band.limit, clear: band.clear ?? band.limit, episodes: episodes.filter((episode) => bandAt(gate.bands, episode.gateValue) === band),
  }))
}

// Everything is reckoned as for "above"; for "below" the values are turned round.
const turned = (definition: RuleDefinition): 1 | -1 => (definition.direction === 'below' ? -1 : 1)
const nicest = (sign: 1 | -1, low: number, high: number): number => (sign === 1 ? niceBetween(low, high) : -niceBetween(low, high))

/** limitChanges moves the limit past the peaks of false calls, as far as no right one lies below it: between each false peak and what comes next. */
function limitChanges(sign: 1 | -1, { band, limit, episodes }: Limited): ProposedChange[] {
  const peaks = (label: LabelledEpisode['label']): number[] => episodes.filter((episode) => episode.label === label).map(({ peak }) => sign * peak)
  const right = least(peaks('right'))
  const below = distinct(peaks('false')).filter((peak) => peak < right && peak >= sign * limit)
  if (!Number.isFinite(right)) return []
  return steps(below).map((peak) => ({ kind: 'limit', band, from: limit, to: nicest(sign, peak, least([right, ...below.filter((other) => other > peak)])) }))
}

/** delayChanges waits longer than false calls held, as far as every right one held longer. */
function delayChanges(definition: RuleDefinition, episodes: readonly LabelledEpisode[]): ProposedChange[] {
  const right = least(episodes.filter(({ label }) => label === 'right').map(({ heldMs }) => heldMs ?? Infinity))
  const short = distinct(episodes.flatMap(({ label, heldMs }) => (label === 'false' && heldMs !== null && heldMs < right ? [heldMs] : [])))
  const longest = Number.isFinite(right) ? right : (short.at(-1) ?? 0) * 2
  return steps(short).flatMap((held) => {
    const to = niceDuration(held, least([longest, ...short.filter((other) => other > held)]))
    return to === null || to <= definition.forMs ? [] : [{ kind: 'delay', from: definition.forMs, to }]
  })
}

/** clearChanges lets an episode end only further on the safe side, so that false calls which came back soon are one with those before them. */
function clearChanges(sign: 1 | -1, { band, limit, clear, episodes }: Limited): ProposedChange[] {
  const troughs = episodes.flatMap(({ label, troughBefore }) => (label === 'false' && troughBefore !== null ? [sign * troughBefore] : []))
  const nearest = distinct(troughs).filter((trough) => trough <= sign * clear).toReversed()
  return steps(nearest).map((trough, index, all) => {
    const next = all[index + 1] ?? trough - Math.max(sign * limit - trough, Math.abs(limit) / ROOM)
    return { kind: 'clear', band, from: clear, to: nicest(sign, next, trough) }
  })
}

/** possibleChanges lists what might have avoided false calls of a rule while keeping the right ones, as its judged episodes tell; the engine has to try each. */
export function possibleChanges(definition: RuleDefinition, episodes: readonly LabelledEpisode[]): ProposedChange[] {
  if (whyUnfit(definition, episodes) !== null) return []
  const sign = turned(definition)
  const limits = limitsOf(definition, episodes)
  const all = [...limits.flatMap((one) => limitChanges(sign, one)), ...delayChanges(definition, episodes), ...limits.flatMap((one) => clearChanges(sign, one))]
  return [...new Map(all.filter(({ from, to }) => from !== to).map((change) => [changeKey(change), change])).values()]
}

/** withChange is the rule with one word said differently. */
export function withChange(definition: RuleDefinition, change: ProposedChange): RuleDefinition {
  if (change.kind === 'delay') return { ...definition, forMs: change.to }
  const { kind, band, to } = change
  if (band === null || definition.gate === null) return { ...definition, [kind]: to }
  return { ...definition, gate: { ...definition.gate, bands: definition.gate.bands.map((one, index) => (index === band ? { ...one, [kind]: to } : one)) } }
}

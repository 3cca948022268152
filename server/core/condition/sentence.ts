import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../kernel/time.ts'
import type { RuleDefinition } from './definition.ts'

/** SENTENCE_KEYS are the message keys of a rule in words, in the order in which they are read; every locale has each. */
export const SENTENCE_KEYS = [
  'above', 'below', 'outside', 'aboveByGate', 'belowByGate', 'band', 'atOnce', 'heldFor', 'clear', 'clearInBand', 'keepFiring', 'warmup',
  'noDataAlert', 'noDataAlertWhenStale', 'noDataOk', 'noDataOkWhenStale', 'raise', 'raiseForMode',
] as const
export type SentenceKey = (typeof SENTENCE_KEYS)[number]

/** SentencePart is one clause: a message key and what to fill in. A list is joined, a number formatted, by the reader's locale. */
export interface SentencePart { readonly key: SentenceKey; readonly params: Readonly<Record<string, string | number | readonly string[]>> }

/** Duration is a length of time in the largest unit that divides it, as people say it. */
export interface Duration { readonly amount: number; readonly per: 'day' | 'hour' | 'minute' | 'second' | 'millisecond' }

/** durationOf puts milliseconds into the largest unit that divides them: 90,000 ms are 90 seconds, 120,000 are 2 minutes. */
export const durationOf = (ms: number): Duration => {
  const units = [['day', DAY_MS], ['hour', HOUR_MS], ['minute', MINUTE_MS], ['second', SECOND_MS], ['millisecond', 1]] as const
  const found = units.find(([, size]) => ms >= size && ms % size === 0)
  return found === undefined ? { amount: ms, per: 'millisecond' } : { amount: ms / found[1], per: found[0] }
}

const part = (key: SentenceKey, params: SentencePart['params'] = {}): SentencePart => ({ key, params })
const lasting = (key: SentenceKey, ms: number): SentencePart => part(key, { ...durationOf(ms) })

const limits = (rule: RuleDefinition, unit: string): SentencePart[] => {
  const { direction, points, gate } = rule
  if (direction === 'outside') return [part('outside', { points, low: rule.low ?? 0, high: rule.high ?? 0, unit })]
  if (gate === null) return [part(direction, { points, limit: rule.limit ?? 0, unit })]
  return [part(direction === 'above' ? 'aboveByGate' : 'belowByGate', { points, gate: gate.point })]
}

const bands = (rule: RuleDefinition, unit: string, gateUnit: string): SentencePart[] =>
  (rule.gate?.bands ?? []).flatMap((band) => [
    part('band', { from: band.from, to: band.to, gateUnit, limit: band.limit, unit }),
    ...(band.clear === null ? [] : [part('clearInBand', { from: band.from, to: band.to, gateUnit, clear: band.clear, unit })]),
  ])

const noData = ({ noData: { policy, afterMs } }: RuleDefinition): SentencePart[] => {
  if (policy === 'keep') return []
  if (policy === 'alert') return [afterMs === null ? part('noDataAlertWhenStale') : lasting('noDataAlert', afterMs)]
  return [afterMs === null ? part('noDataOkWhenStale') : lasting('noDataOk', afterMs)]
}

/** ruleSentence says a rule in clauses for message files; unit and gateUnit are shown as given. What is left at its default is left out. */
export const ruleSentence = (rule: RuleDefinition, unit: string, gateUnit: string): SentencePart[] => [
  ...limits(rule, unit),
  ...bands(rule, unit, gateUnit),
  rule.forMs === 0 ? part('atOnce') : lasting('heldFor', rule.forMs),
  ...(rule.clear === null ? [] : [part('clear', { clear: rule.clear, unit })]),
  ...(rule.keepFiringMs === 0 ? [] : [lasting('keepFiring', rule.keepFiringMs)]),
  ...(rule.warmupMs === 0 ? [] : [lasting('warmup', rule.warmupMs)]),
  ...noData(rule),
  rule.failureMode === null ? part('raise', { priority: rule.priority }) : part('raiseForMode', { priority: rule.priority, failureMode: rule.failureMode }),
]

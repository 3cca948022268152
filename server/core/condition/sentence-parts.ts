import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../kernel/time.ts'

/** SENTENCE_KEYS are the message keys of a rule in words, in the order in which they are read; every locale has each. */
export const SENTENCE_KEYS = [
  'above', 'below', 'outside', 'aboveByGate', 'belowByGate', 'isTrue', 'isoZone', 'silence', 'wrongUnit',
  'window', 'learn', 'learntOnce', 'follow', 'followTrend', 'minSpread', 'freeze', 'smooth', 'isoBaseline', 'isoDanger', 'tolerance', 'clippingLow', 'clippingHigh',
  'band', 'atOnce', 'heldFor', 'holdSamples', 'holdTime', 'clear', 'clearInBand', 'keepFiring', 'warmup', 'schedule', 'scheduleAlso',
  'noDataAlert', 'noDataAlertWhenStale', 'noDataOk', 'noDataOkWhenStale', 'silentFor', 'silentWhenStale',
  'raise', 'raiseForMode', 'raiseForSensor', 'level', 'levelHeld', 'levelByGate', 'levelByGateHeld', 'levelClear',
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

/** part is a clause. */
export const part = (key: SentenceKey, params: SentencePart['params'] = {}): SentencePart => ({ key, params })

/** lasting is a clause about a length of time, given in ms. */
export const lasting = (key: SentenceKey, ms: number, params: SentencePart['params'] = {}): SentencePart => part(key, { ...params, ...durationOf(ms) })

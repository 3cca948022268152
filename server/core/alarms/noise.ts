import { DAY_MS, MINUTE_MS } from '../kernel/time.ts'

/** CHATTER is what makes an alarm a chattering one: 3 or more activations within 60 s (ISA-18.2). */
const CHATTER = { activations: 3, withinMs: MINUTE_MS } as const

/** STALE_MS is how long an alarm may be active before it is stale: longer than 24 h (ISA-18.2). */
export const STALE_MS = DAY_MS

/** mostWithin is the largest number of times that lie within a span of ms, both ends counted; times may come in any order. */
function mostWithin(times: readonly number[], spanMs: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  let most = 0
  let first = 0
  for (const [last, time] of sorted.entries()) {
    while (time - (sorted[first] ?? time) > spanMs) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** chatterOf is how often an alarm became active in its busiest 60 s, when that is often enough to call it chattering; else 0. */
export function chatterOf(activations: readonly number[]): number {
  const most = mostWithin(activations, CHATTER.withinMs)
  return most >= CHATTER.activations ? most : 0
}

/** isStale tells whether an alarm has been active for longer than 24 h; times are ms since 1970. */
export const isStale = (alarm: { readonly active: boolean; readonly openedAt: number }, now: number): boolean => alarm.active && now - alarm.openedAt > STALE_MS

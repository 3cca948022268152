import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../kernel/time.ts'

const FIRST_MS = 5 * SECOND_MS
const LONGEST_MS = HOUR_MS
/** GIVE_UP_AFTER is how many tries a message gets: with the waits between them about a day. */
export const GIVE_UP_AFTER = 30

/**
 * retryAfter is how long to wait (ms) after so many failed tries: from 5 s doubling up to an hour, each between half and all of
 * that, as chance (0 to 1) says, so that many do not come back at once. Null when it is given up.
 */
export function retryAfter(attempts: number, chance: number): number | null {
  if (attempts >= GIVE_UP_AFTER) return null
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1))
  return Math.round(full * (0.5 + chance / 2))
}

const BREAK_AFTER = 5
const FIRST_BREAK_MS = MINUTE_MS

/** breakFor is how long (ms) nothing is sent to a place that failed so often in a row, from a minute up to an hour; null while it may still be tried. */
export const breakFor = (failuresInARow: number): number | null =>
  failuresInARow < BREAK_AFTER ? null : Math.min(LONGEST_MS, FIRST_BREAK_MS * 2 ** (failuresInARow - BREAK_AFTER))

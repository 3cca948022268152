/** SECOND_MS, MINUTE_MS, HOUR_MS and DAY_MS are durations in milliseconds; a day here is 24 hours, never a calendar day. */
export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

import { DAY_MS, HOUR_MS } from './time.ts'

/** LocalDay is a calendar day at a site, as YYYY-MM-DD. */
export type LocalDay = string

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(zone, known)
  return known
}

/** localDay is the calendar day that a moment (epoch ms) belongs to in an IANA time zone. */
export const localDay = (ms: number, zone: string): LocalDay => formatOf(zone).format(ms)

/** addDays moves a calendar day; days of 23 or 25 hours count as one like any other. */
export const addDays = (day: LocalDay, days: number): LocalDay => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/**
 * startOfDay is the first moment (epoch ms) of a calendar day in a zone: midnight, or the first moment after it where the clock skips midnight.
 * Found by halving, because only the way from a moment to its day is known for every zone.
 */
export function startOfDay(day: LocalDay, zone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`)
  // Zones lie between UTC-12 and UTC+14.
  let [before, at] = [utc - 15 * HOUR_MS, utc + 13 * HOUR_MS]
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2)
    if (localDay(middle, zone) < day) before = middle
    else at = middle
  }
  return at
}

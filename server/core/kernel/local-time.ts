import { DAY_MS, MINUTE_MS } from './time.ts'

/** LocalTime is an instant as the clocks of a zone show it: day counts days since 1970-01-01, weekday is 1 Monday to 7 Sunday, minute is of the day. */
export interface LocalTime {
  readonly day: number
  readonly weekday: number
  readonly minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short',
  })
  formats.set(zone, made)
  return made
}

/** offsetMs is how far a zone's clocks are ahead of UTC at an instant (epoch ms). */
function offsetMs(at: number, zone: string): number {
  const part = Object.fromEntries(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, value]))
  const shown = Date.UTC(Number(part.year), Number(part.month) - 1, Number(part.day), Number(part.hour), Number(part.minute), Number(part.second))
  return shown - Math.floor(at / 1000) * 1000
}

/** weekdayOf is the ISO weekday of a day: 1 Monday to 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** mondayOf is the Monday of a day's ISO week. */
export const mondayOf = (day: number): number => day - (weekdayOf(day) - 1)

/** localTime tells what the clocks of a zone show at an instant (epoch ms). */
export function localTime(at: number, zone: string): LocalTime {
  const shown = at + offsetMs(at, zone)
  const day = Math.floor(shown / DAY_MS)
  return { day, weekday: weekdayOf(day), minute: Math.floor((shown - day * DAY_MS) / MINUTE_MS) }
}

/**
 * instantOf is when the clocks of a zone show a minute of a day (epoch ms). A time that daylight saving leaves out is read by the
 * clock before the change, so it lies as much later; of one that comes twice, the first is meant.
 */
export function instantOf(day: number, minute: number, zone: string): number {
  const shown = day * DAY_MS + minute * MINUTE_MS
  const before = shown - offsetMs(shown - DAY_MS, zone)
  const after = shown - offsetMs(shown + DAY_MS, zone)
  const fits = (at: number): boolean => at + offsetMs(at, zone) === shown
  if (fits(before)) return before
  return fits(after) ? after : before
}

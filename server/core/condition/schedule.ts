import * as z from 'zod'
import { MINUTE_MS } from '../kernel/time.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time of day such as 06:00.')

/**
 * scheduleSchema parses when a rule judges: stretches of the week in the site's time zone. One whose end is not after its begin goes on
 * past midnight. Days are ISO: 1 Monday to 7 Sunday.
 */
export const scheduleSchema = z.array(z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1, 'Choose at least one day.').max(7),
  from: clock,
  to: clock,
})).min(1, 'Give at least one stretch of time.').max(16, 'A schedule has at most 16 stretches.')

/** Schedule is when a rule judges. */
export type Schedule = z.output<typeof scheduleSchema>

const DAY_MIN = 1440
const WEEK_MIN = 7 * DAY_MIN
// Offsets of time zones change on whole quarters of an hour, so one look-up holds for that long.
const QUARTER_MS = 15 * MINUTE_MS
const REMEMBERED = 4096
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/** stretchesOf gives the minutes of the week [from, to) in which a schedule is active; one may go past the week's end. */
const stretchesOf = (schedule: Schedule): { from: number; to: number }[] =>
  schedule.flatMap(({ days, from, to }) => days.map((day) => {
    const begin = (day - 1) * DAY_MIN + minutesOf(from)
    const length = minutesOf(to) - minutesOf(from)
    return { from: begin, to: begin + (length > 0 ? length : length + DAY_MIN) }
  }))

/** minuteOfWeek gives the local minute of the week (0: Monday 00:00) at a time in a zone. */
const minuteOfWeek = (format: Intl.DateTimeFormat, t: number): number => {
  const parts = new Map(format.formatToParts(t).map((part) => [part.type, part.value]))
  return WEEKDAYS.indexOf(parts.get('weekday') ?? 'Mon') * DAY_MIN + Number(parts.get('hour')) * 60 + Number(parts.get('minute'))
}

/**
 * scheduleClock answers whether a schedule is active at an event time (epoch ms), by the wall clock of an IANA time zone: an hour that
 * daylight saving skips is not there, one that it repeats counts twice.
 */
export const scheduleClock = (schedule: Schedule, timeZone: string): ((t: number) => boolean) => {
  const stretches = stretchesOf(schedule)
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const known = new Map<number, number>()
  return (t) => {
    const quarter = Math.floor(t / QUARTER_MS)
    let begin = known.get(quarter)
    if (begin === undefined) {
      begin = minuteOfWeek(format, quarter * QUARTER_MS)
      if (known.size >= REMEMBERED) known.clear()
      known.set(quarter, begin)
    }
    const minute = begin + Math.floor((t - quarter * QUARTER_MS) / MINUTE_MS)
    return stretches.some(({ from, to }) => (minute >= from && minute < to) || (minute + WEEK_MIN >= from && minute + WEEK_MIN < to))
  }
}

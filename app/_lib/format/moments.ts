import { languageOf } from '#server/core/people/locales.ts'

/** MomentStyle is how much of a moment is written. */
export type MomentStyle = 'clock' | 'day' | 'short' | 'full'

const OPTIONS: Readonly<Record<MomentStyle, Intl.DateTimeFormatOptions>> = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
}

/** formatMoment writes a moment (epoch ms) in the site's time zone and the person's language. */
export const formatMoment = (ms: number, style: MomentStyle, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(languageOf(locale).formats, { ...OPTIONS[style], timeZone }).format(ms)

const dayKey = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms)

/** formatSince writes only the clock for a moment of today at the site, else the date too. */
export const formatSince = (ms: number, now: number, locale: string, timeZone: string): string =>
  formatMoment(ms, dayKey(ms, timeZone) === dayKey(now, timeZone) ? 'clock' : 'short', locale, timeZone)

/** formatDay writes a calendar day (YYYY-MM-DD) in the person's language, such as "28 Oct 2026". */
export const formatDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(languageOf(locale).formats, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))

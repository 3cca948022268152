import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'
import { languageOf } from '#server/core/people/locales.ts'

/** AgePart is a whole number of one unit. */
export interface AgePart {
  readonly count: number
  readonly unit: 'second' | 'minute' | 'hour' | 'day'
}

/**
 * ageParts splits a length of time (ms, negative counts as zero) into what a person needs to know:
 * seconds below a minute, minutes below an hour, hours and minutes below half a day, hours below two days, then days.
 */
function ageParts(ms: number): readonly AgePart[] {
  const age = Math.max(0, ms)
  if (age < MINUTE_MS) return [{ count: Math.floor(age / SECOND_MS), unit: 'second' }]
  if (age < HOUR_MS) return [{ count: Math.floor(age / MINUTE_MS), unit: 'minute' }]
  if (age < 12 * HOUR_MS) {
    const hours = Math.floor(age / HOUR_MS)
    const minutes = Math.floor((age - hours * HOUR_MS) / MINUTE_MS)
    return minutes === 0 ? [{ count: hours, unit: 'hour' }] : [{ count: hours, unit: 'hour' }, { count: minutes, unit: 'minute' }]
  }
  if (age < 2 * DAY_MS) return [{ count: Math.floor(age / HOUR_MS), unit: 'hour' }]
  return [{ count: Math.floor(age / DAY_MS), unit: 'day' }]
}

// Symbols of the SI brochure, the same in every language; only the day is a word.
const SYMBOLS = { second: 's', minute: 'min', hour: 'h' } as const

/** formatAge writes a length of time (ms) in the person's language, for example "3 h 10 min", "40 s" or "5 days". */
export const formatAge = (ms: number, locale: string): string =>
  ageParts(ms)
    .map(({ count, unit }) =>
      unit === 'day'
        ? new Intl.NumberFormat(languageOf(locale).formats, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(count)
        : `${new Intl.NumberFormat(languageOf(locale).formats).format(count)} ${SYMBOLS[unit]}`)
    .join(' ')

import { describe, expect, it } from 'vitest'
import { formatDay, formatMoment, formatSince } from './moments.ts'

const BERLIN = 'Europe/Berlin'
const NOW = Date.UTC(2026, 10, 26, 9, 42)

describe('formatMoment', () => {
  it('uses the zone of the site, not of the reader', () => {
    expect(formatMoment(NOW, 'clock', 'en', BERLIN)).toBe('10:42')
  })
  it('speaks the language of the reader', () => {
    expect(formatMoment(NOW, 'short', 'de', BERLIN)).toBe('26. Nov., 10:42')
    expect(formatMoment(NOW, 'short', 'en', BERLIN)).toBe('26 Nov, 10:42')
  })
})

describe('formatSince', () => {
  it('leaves out the date of today', () => {
    expect(formatSince(NOW - 12 * 60_000, NOW, 'en', BERLIN)).toBe('10:30')
  })
  it('names the day before, even minutes after midnight', () => {
    const afterMidnight = Date.UTC(2026, 10, 25, 23, 5)
    expect(formatSince(afterMidnight - 10 * 60_000, afterMidnight, 'en', BERLIN)).toBe('25 Nov, 23:55')
  })
})

describe('formatDay', () => {
  it.each([['en', '28 Oct 2026'], ['de', '28. Okt. 2026']])('in %s', (locale, expected) => {
    expect(formatDay('2026-10-28', locale)).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'
import { formatAge } from './ages.ts'

describe('formatAge', () => {
  it.each([
    ['a clock that runs ahead', -5, '0 s'],
    ['seconds', 40 * SECOND_MS, '40 s'],
    ['minutes', 2 * MINUTE_MS + 59 * SECOND_MS, '2 min'],
    ['hours and minutes', 3 * HOUR_MS + 10 * MINUTE_MS, '3 h 10 min'],
    ['a full hour', 2 * HOUR_MS, '2 h'],
    ['more than half a day', 14 * HOUR_MS + 10 * MINUTE_MS, '14 h'],
    ['days', 5 * DAY_MS, '5 days'],
  ])('%s', (_name, ms, expected) => {
    expect(formatAge(ms, 'en')).toBe(expected)
  })

  it('speaks German', () => {
    expect(formatAge(5 * DAY_MS, 'de')).toBe('5 Tage')
  })
})

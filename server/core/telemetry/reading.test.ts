import { describe, expect, test } from 'vitest'
import { checkReading, MAX_SKEW_MS, parseReading, parseTime } from './reading.ts'

const T = Date.UTC(2026, 0, 5, 6, 0, 0)

describe('parseTime', () => {
  test.each<[string, unknown, number | null]>([
    ['UTC', '2026-01-05T06:00:00Z', T],
    ['with an offset', '2026-01-05T07:00:00+01:00', T],
    ['with milliseconds', '2026-01-05T06:00:00.250Z', T + 250],
    ['with microseconds, rounded', '2026-01-05T06:00:00.250499Z', T + 250],
    ['a space instead of T', '2026-01-05 06:00:00Z', T],
    ['epoch milliseconds', T, T],
    ['epoch milliseconds with a fraction', T + 0.4, T],
    ['no zone', '2026-01-05T06:00:00', null],
    ['a date only', '2026-01-05', null],
    ['a month that is not', '2026-13-05T06:00:00Z', null],
    ['epoch seconds', T / 1000, null],
    ['epoch nanoseconds', T * 1e6, null],
    ['not a number', Number.NaN, null],
    ['null', null, null],
    ['a text that is not a time', 'now', null],
  ])('%s', (_name, given, expected) => {
    expect(parseTime(given)).toBe(expected)
  })
})

describe('parseReading', () => {
  const good = { point: 'CT-301.acc_x', ts: T, value: 0.1 }

  test('a full row', () => {
    expect(parseReading({ ...good, unit: '[g]', quality: 'uncertain' })).toEqual({ ok: true, value: { point: 'CT-301.acc_x', t: T, value: 0.1, unit: '[g]', quality: 1 } })
  })

  test('unit and quality may be missing', () => {
    expect(parseReading(good)).toEqual({ ok: true, value: { point: 'CT-301.acc_x', t: T, value: 0.1, unit: null, quality: 0 } })
  })

  test.each<[string, unknown, string]>([
    ['null', null, 'object'],
    ['a text', 'x', 'object'],
    ['no point', { ...good, point: undefined }, 'point'],
    ['an empty point', { ...good, point: '' }, 'point'],
    ['a point of 201 characters', { ...good, point: 'x'.repeat(201) }, 'point'],
    ['a bad time', { ...good, ts: 'yesterday' }, 'ts'],
    ['a text as value', { ...good, value: '1' }, 'value'],
    ['a value that is no number', { ...good, value: Number.NaN }, 'value'],
    ['an endless value', { ...good, value: Number.POSITIVE_INFINITY }, 'value'],
    ['no value', { ...good, value: undefined }, 'value'],
    ['a number as unit', { ...good, unit: 5 }, 'unit'],
    ['an unknown quality', { ...good, quality: 'excellent' }, 'quality'],
    ['a quality that objects inherit', { ...good, quality: 'toString' }, 'quality'],
  ])('%s is refused and named', (_name, given, word) => {
    const parsed = parseReading(given)
    expect(parsed.ok).toBe(false)
    if (!parsed.ok) expect(parsed.error).toMatchObject({ code: 'schema', detail: expect.stringContaining(word) as string })
  })
})

describe('checkReading', () => {
  const point = { rangeLow: -10, rangeHigh: 100, unit: 'Cel' }
  test.each<[string, { t: number; value: number }, string | null]>([
    ['in range and in time', { t: T, value: 20 }, null],
    ['at the lower edge', { t: T, value: -10 }, null],
    ['at the upper edge', { t: T, value: 100 }, null],
    ['below the range', { t: T, value: -10.1 }, 'range'],
    ['above the range', { t: T, value: 100.1 }, 'range'],
    ['ahead by just what is allowed', { t: T + MAX_SKEW_MS, value: 20 }, null],
    ['ahead by more', { t: T + MAX_SKEW_MS + 1, value: 20 }, 'skew'],
    ['a year behind', { t: T - 365 * 86_400_000, value: 20 }, null],
  ])('%s', (_name, reading, code) => {
    expect(checkReading(reading, point, T)?.code ?? null).toBe(code)
  })

  test('a point without a range takes any value', () => {
    expect(checkReading({ t: T, value: 1e12 }, { rangeLow: null, rangeHigh: null, unit: '1' }, T)).toBeNull()
  })
})

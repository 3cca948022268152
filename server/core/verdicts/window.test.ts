import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../kernel/time.ts'
import { overlap, spanOf, unionMs, windowOf } from './window.ts'

const BERLIN = 'Europe/Berlin'
const at = (text: string): number => Date.parse(text)

describe('windowOf', () => {
  test.each([
    ['today is in it', '2026-11-26T10:00:00Z', BERLIN, { from: '2026-10-28', to: '2026-11-27' }],
    ['minutes after midnight at the site, the day before in UTC', '2026-11-25T23:05:00Z', BERLIN, { from: '2026-10-28', to: '2026-11-27' }],
    ['minutes before midnight at the site', '2026-11-25T22:55:00Z', BERLIN, { from: '2026-10-27', to: '2026-11-26' }],
    ['the same moment elsewhere', '2026-11-25T23:05:00Z', 'America/Chicago', { from: '2026-10-27', to: '2026-11-26' }],
  ])('%s', (_name, now, zone, expected) => {
    expect(windowOf(at(now), 30, zone)).toEqual(expected)
  })

  test('is as long as its days are: one has 25 hours', () => {
    const { from, to } = spanOf(windowOf(at('2026-11-05T12:00:00Z'), 30, BERLIN), BERLIN)
    expect((to - from) / HOUR_MS).toBe(30 * 24 + 1)
  })
})

test.each([
  ['apart', { from: 0, to: 5 }, { from: 5, to: 9 }, null],
  ['one inside the other', { from: 0, to: 9 }, { from: 2, to: 3 }, { from: 2, to: 3 }],
  ['at an edge', { from: 0, to: 5 }, { from: 4, to: 9 }, { from: 4, to: 5 }],
])('overlap of spans %s', (_name, a, b, expected) => {
  expect(overlap(a, b)).toEqual(expected)
  expect(overlap(b, a)).toEqual(expected)
})

test('unionMs counts shared time once, whatever the order', () => {
  expect(unionMs([{ from: 8, to: 10 }, { from: 0, to: 5 }, { from: 3, to: 6 }, { from: 4, to: 5 }])).toBe(8)
  expect(unionMs([])).toBe(0)
})

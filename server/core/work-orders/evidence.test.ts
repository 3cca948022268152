import { describe, expect, test } from 'vitest'
import { drawnLimits, evidenceWindow, readRuleShape } from './evidence.ts'

describe('limits that the chart draws', () => {
  test.each([
    { name: 'above', definition: { direction: 'above', limit: 42, clear: 40 }, lines: [{ value: 42, side: 'above', clear: 40, band: null }] },
    { name: 'below', definition: { direction: 'below', limit: 60, clear: 65 }, lines: [{ value: 60, side: 'below', clear: 65, band: null }] },
    { name: 'outside', definition: { direction: 'outside', low: 1, high: 2, limit: null }, lines: [{ value: 1, side: 'below', clear: null, band: null }, { value: 2, side: 'above', clear: null, band: null }] },
    {
      name: 'bands of a gate', definition: { direction: 'above', limit: null, gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 0.1 }, { from: 60, to: 75, limit: 0.18, clear: 0.15 }] } },
      lines: [{ value: 0.1, side: 'above', clear: null, band: { from: 45, to: 55 } }, { value: 0.18, side: 'above', clear: 0.15, band: { from: 60, to: 75 } }],
    },
    { name: 'something of a later edition', definition: 'hm', lines: [] },
  ])('$name', ({ definition, lines }) => {
    expect(drawnLimits(readRuleShape(definition))).toEqual(lines)
  })
})

test.each([
  { name: 'an hour to both sides', forMs: 30_000, hours: 1 },
  { name: '30 times the held time when that is more', forMs: 5 * 3_600_000, hours: 150 },
])('the window is $name', ({ forMs, hours }) => {
  const at = new Date('2026-01-01T00:00:00Z')
  const { from, until } = evidenceWindow(at, forMs)
  expect([at.getTime() - from.getTime(), until.getTime() - at.getTime()]).toEqual([hours * 3_600_000, hours * 3_600_000])
})

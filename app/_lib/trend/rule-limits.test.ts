import { describe, expect, it } from 'vitest'
import type { SeriesPoint } from './model.ts'
import { bandSteps, ruleLimits, stripCells } from './rule-limits.ts'

const at = (ts: number, value: number): SeriesPoint => [ts, value, value, value]
const bands = [{ from: 45, to: 60, limit: 0.1 }, { from: 60, to: 80, limit: 0.18 }, { from: 80, to: 100, limit: 0.5 }]
const rule = { direction: 'above', limit: null, low: null, high: null, gate: null } as const

describe('bandSteps', () => {
  it('steps only where the band changes; at a shared end the lower band decides, as for the live rule', () => {
    expect(bandSteps(bands, [at(0, 50), at(1, 55), at(2, 60), at(3, 61), at(4, 95)])).toEqual([
      { from: 0, value: 0.1 }, { from: 3, value: 0.18 }, { from: 4, value: 0.5 },
    ])
  })
  it('has no limit outside all bands', () => {
    expect(bandSteps(bands, [at(0, 20), at(1, 50)])).toEqual([{ from: 0, value: null }, { from: 1, value: 0.1 }])
  })
})

describe('ruleLimits', () => {
  it.each([
    ['one side', { ...rule, limit: 52 }, ['above']],
    ['between two', { ...rule, direction: 'outside' as const, low: 1, high: 9 }, ['below', 'above']],
    ['by bands', { ...rule, gate: { point: 'speed', bands: bands.map((band) => ({ ...band, clear: null })) } }, ['above']],
    ['none yet', rule, []],
  ])('%s', (_name, definition, sides) => {
    expect(ruleLimits(definition, [at(0, 50)]).map((limit) => limit.direction)).toEqual(sides)
  })
})

describe('stripCells', () => {
  it('joins equal values and ends with the picture', () => {
    expect(stripCells([at(0, 60), at(5, 60), at(10, 80)], 20, String)).toEqual([
      { from: 0, to: 10, text: '60', level: 0.75 }, { from: 10, to: 20, text: '80', level: 1 },
    ])
  })
})

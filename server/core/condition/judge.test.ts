import { describe, expect, it } from 'vitest'
import { definitionOf } from './fixtures.ts'
import { bandAt, judgeValue, quietRange, watchedLimit } from './judge.ts'

const above = definitionOf({ limit: 10, clear: 8 })
const below = definitionOf({ direction: 'below', limit: 60, clear: 65 })
const outside = definitionOf({ direction: 'outside', low: 10, high: 20 })
const bands = [{ from: 45, to: 55, limit: 0.1 }, { from: 60, to: 75, limit: 0.18, clear: 0.15 }, { from: 75, to: 100, limit: 0.5 }]
const gated = definitionOf({ gate: { point: 'speed', bands } })

describe('judgeValue', () => {
  it.each([
    ['above: over the limit', above, 10.1, null, 'true', false, 10],
    ['above: at the limit is not over it', above, 10, null, 'false', false, 10],
    ['above: between the limits', above, 9, null, 'false', false, 10],
    ['above: at the clear limit', above, 8, null, 'false', true, 10],
    ['below: under the limit', below, 59, null, 'true', false, 60],
    ['below: at the limit', below, 60, null, 'false', false, 60],
    ['below: at the clear limit', below, 65, null, 'false', true, 60],
    ['without a clear limit the limit itself clears', definitionOf({ limit: 10 }), 10, null, 'false', true, 10],
    ['outside: too low', outside, 9.9, null, 'true', false, 10],
    ['outside: too high', outside, 20.1, null, 'true', false, 20],
    ['outside: inside', outside, 10, null, 'false', true, null],
    ['gated: its band decides', gated, 0.15, 50, 'true', false, 0.1],
    ['gated: the same value in another band', gated, 0.15, 70, 'false', true, 0.18],
    ['gated: between the band\'s limits', gated, 0.16, 70, 'false', false, 0.18],
    ['gated: both ends belong to the band', gated, 0.2, 60, 'true', false, 0.18],
    ['gated: at a shared end the lower band decides', gated, 0.2, 75, 'true', false, 0.18],
    ['gated: no band holds the gate', gated, 9, 57, 'unknown', false, null],
    ['gated: the gate is unknown', gated, 9, null, 'unknown', false, null],
  ] as const)('%s', (_name, rule, value, gateValue, verdict, clear, limit) => {
    expect(judgeValue(rule, value, gateValue)).toEqual({ verdict, clear, limit })
  })
})

describe('quietRange', () => {
  it.each([
    ['above', above, -Infinity, 10],
    ['below', below, 60, Infinity],
    ['outside', outside, 10, 20],
    ['gated above: the lowest band', gated, -Infinity, 0.1],
    ['gated below: the highest band', definitionOf({ direction: 'below', gate: { point: 'speed', bands: [{ from: 0, to: 1, limit: 3 }, { from: 2, to: 3, limit: 7 }] } }), 7, Infinity],
  ])('%s', (_name, rule, low, high) => {
    expect(quietRange(rule)).toEqual({ low, high })
  })
})

describe('bandAt and watchedLimit', () => {
  it('find nothing outside every band', () => expect(bandAt(gated.gate?.bands ?? [], 44.9)).toBeNull())

  it.each([['above', above, 10], ['gated', gated, 0.1], ['outside', outside, 20]])('shows a limit of a rule: %s', (_name, rule, limit) => {
    expect(watchedLimit(rule)).toBe(limit)
  })
})

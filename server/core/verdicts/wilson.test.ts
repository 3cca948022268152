import { describe, expect, test } from 'vitest'
import { wilson } from './wilson.ts'

describe('wilson', () => {
  test.each([
    [0, 1, 0, 0.7935], [1, 1, 0.2065, 1], [1, 2, 0.0945, 0.9055], [0, 10, 0, 0.2775], [4, 6, 0.3, 0.9032], [8, 10, 0.4902, 0.9433], [50, 100, 0.4038, 0.5962],
  ])('%i of %i lies between %f and %f', (hits, n, low, high) => {
    expect(wilson(hits, n)?.low).toBeCloseTo(low, 4)
    expect(wilson(hits, n)?.high).toBeCloseTo(high, 4)
  })

  test('bounds the shares from which what was seen lies 1.96 standard errors away, which is what the formula solves', () => {
    for (const [hits, n] of [[1, 2], [4, 6], [8, 10], [3, 50], [199, 200]] as const) {
      const { low, high } = wilson(hits, n) ?? { low: NaN, high: NaN }
      for (const share of [low, high]) expect(Math.abs(hits / n - share) / Math.sqrt((share * (1 - share)) / n)).toBeCloseTo(1.959964, 6)
    }
  })

  test('says nothing of nothing', () => { expect(wilson(0, 0)).toBeNull() })

  test('holds the share, stays inside 0 to 1, mirrors, and narrows with more cases', () => {
    for (let n = 1; n <= 60; n += 1) {
      for (let hits = 0; hits <= n; hits += 1) {
        const { low, high } = wilson(hits, n) ?? { low: NaN, high: NaN }
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / n)
        expect(high).toBeGreaterThanOrEqual(hits / n)
        expect(wilson(n - hits, n)?.high).toBeCloseTo(1 - low, 12)
        const more = wilson(4 * hits, 4 * n)
        expect((more?.high ?? 0) - (more?.low ?? 0)).toBeLessThan(high - low)
      }
    }
  })
})

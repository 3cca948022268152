import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimate } from './decimate.ts'

describe('decimate', () => {
  it.each([
    ['an empty series', [], [], []],
    ['one reading', [5], [1], [[5, 1, 1, 1]]],
    ['two buckets keep low, high and last', [0, 1, 2, 5, 6], [3, 9, 4, 7, 2], [[2, 3, 9, 4], [6, 2, 7, 2]]],
    ['empty buckets give no point', [0, 9], [1, 2], [[0, 1, 1, 1], [9, 2, 2, 2]]],
    ['the window is half open', [-1, 0, 10], [1, 2, 3], [[0, 2, 2, 2]]],
    ['values that are not finite are left out', [0, 1, 2], [1, NaN, Infinity], [[0, 1, 1, 1]]],
  ])('%s', (_name, t, value, expected) => {
    expect(decimate(t, value, 0, 10, 2)).toEqual(expected)
  })

  it.each([['an empty window', 10, 10, 5], ['a window that ends before it starts', 10, 5, 5], ['no bucket', 0, 10, 0]])('gives nothing for %s', (_name, from, to, n) => {
    expect(decimate([1, 2], [1, 2], from, to, n)).toEqual([])
  })

  it('never gives more points than buckets and never loses an extreme', () => {
    const series = fc.array(fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 })), { minLength: 1, maxLength: 300 })
    fc.assert(fc.property(series, fc.integer({ min: 1, max: 50 }), (rows, buckets) => {
      rows.sort((a, b) => a[0] - b[0])
      const values = rows.map((row) => row[1])
      const out = decimate(rows.map((row) => row[0]), values, 0, 10_000, buckets)
      expect(out.length).toBeLessThanOrEqual(buckets)
      expect(Math.min(...out.map((one) => one[1]))).toBe(Math.min(...values))
      expect(Math.max(...out.map((one) => one[2]))).toBe(Math.max(...values))
      expect(out.at(-1)?.[3]).toBe(values.at(-1))
      expect(out.map((one) => one[0])).toEqual([...out.map((one) => one[0])].sort((a, b) => a - b))
    }))
  })
})

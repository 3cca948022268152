import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WaitingRows } from './waiting-rows.ts'

const listOf = (rows: WaitingRows): number[][] => Array.from({ length: rows.n }, (_, row) => [rows.t[row] ?? NaN, rows.point[row] ?? NaN, rows.value[row] ?? NaN])

describe('WaitingRows', () => {
  it('sorts by time, then point, and keeps the order of arrival of equals, whatever was dropped before', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
    fc.assert(fc.property(fc.array(row, { maxLength: 50 }), fc.array(row, { maxLength: 50 }), fc.nat(50), (first, second, dropped) => {
      const rows = new WaitingRows()
      let arrival = 0
      let expected: number[][] = []
      const add = (batch: [number, number][]): void => {
        for (const [t, point] of batch) {
          rows.push(point, t, arrival)
          expected.push([t, point, arrival++])
        }
        rows.sort()
        expected = expected.map((one) => [...one]).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0))
      }
      add(first)
      expect(listOf(rows)).toEqual(expected)
      const gone = Math.min(dropped, rows.n)
      rows.dropFirst(gone)
      expected = expected.slice(gone)
      add(second)
      expect(listOf(rows)).toEqual(expected)
    }))
  })

  it('grows beyond its first size', () => {
    const rows = new WaitingRows()
    for (let t = 3000; t > 0; t -= 1) rows.push(0, t, t)
    rows.sort()
    expect([rows.n, rows.t[0], rows.t[2999], rows.value[1500]]).toEqual([3000, 1, 3000, 1501])
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sliceOf, type Row } from './fixtures.ts'
import { Merger } from './merge.ts'

const rowsOf = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 99 })), { maxLength: 120 })
// Point 5 is looked up by others, so it goes first.
const order = new Map([5, 1, 2, 3, 4, 6].map((no, place) => [no, place]))
const rank = (no: number): number => order.get(no) ?? 99

it('gives the rows of a slice by time and then by the order of judging, whatever came before', () => {
  const merger = new Merger(order)
  fc.assert(fc.property(rowsOf, (given) => {
    const unique = [...new Map(given.map((row) => [`${row[0]}@${row[1]}`, row])).values()]
    const { n, pointNo, t, value } = merger.merge(sliceOf(unique, 100))
    const merged = Array.from({ length: n }, (_, row): Row => [pointNo[row] ?? 0, t[row] ?? 0, value[row] ?? 0])
    expect(merged).toEqual([...unique].sort((a, b) => a[1] - b[1] || rank(a[0]) - rank(b[0])))
  }), { numRuns: 500 })
})

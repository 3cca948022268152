import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyBatch, packBatch, unpackBatch } from './packed-batch.ts'
import { packWaiting, unpackWaiting } from './waiting.ts'

const row = fc.record({
  pointNo: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  t: fc.integer({ min: 946_684_800_000, max: 4_102_444_799_999 }),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  quality: fc.integer({ min: 0, max: 2 }),
  unit: fc.integer({ min: 0, max: 3 }),
  index: fc.integer({ min: 0, max: 9999 }),
})

describe('packBatch and unpackBatch', () => {
  test('give back what was packed, whatever the offset of the bytes', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 50 }), fc.array(fc.string(), { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 9 }), (rows, units, offset) => {
        const batch = emptyBatch(rows.length, units)
        rows.forEach((r, i) => {
          batch.pointNo[i] = r.pointNo
          batch.t[i] = r.t
          batch.value[i] = r.value
          batch.quality[i] = r.quality
          batch.unit[i] = r.unit
          batch.index[i] = r.index
        })
        const packed = packBatch(batch)
        const shifted = new Uint8Array(packed.length + offset)
        shifted.set(packed, offset)
        expect(unpackBatch(shifted.subarray(offset))).toEqual(batch)
      }),
    )
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['other bytes', new Uint8Array(64)],
    ['a cut batch', packBatch(emptyBatch(3)).subarray(0, 40)],
  ])('%s is refused', (_name, bytes) => {
    expect(() => unpackBatch(bytes)).toThrow(RangeError)
  })
})

describe('packWaiting and unpackWaiting', () => {
  test('give back what was packed', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 50 }), (rows) => {
        const waiting = rows.map(({ pointNo, t, value }) => ({ pointNo, t, value }))
        expect(unpackWaiting(packWaiting(waiting))).toEqual(waiting)
      }),
    )
  })

  test('nothing waits as null', () => {
    expect(packWaiting([])).toBeNull()
  })

  test('a cut list is refused', () => {
    expect(() => unpackWaiting(new Uint8Array(19))).toThrow(RangeError)
  })
})

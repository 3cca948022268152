import { describe, expect, it } from 'vitest'
import { sparkShape } from './spark-path.ts'

describe('sparkShape', () => {
  it('fills the box from corner to corner', () => {
    expect(sparkShape([[0, 0], [10, 10]], null, 'above', 104, 44).line).toBe('M2 42L102 2')
  })
  it('shades above the limit and marks its height', () => {
    const shape = sparkShape([[0, 0], [10, 10], [20, 8]], 5, 'above', 44, 24)
    expect(shape.limitY).toBe(12)
    expect(shape.breach).toBe('M22 2L42 6L42 12L22 12Z')
  })
  it('shades nothing while all is well', () => {
    expect(sparkShape([[0, 1], [10, 2]], 5, 'above', 44, 24).breach).toBe('')
  })
  it('draws a constant in the middle', () => {
    expect(sparkShape([[0, 3], [10, 3]], null, 'above', 44, 24).line).toBe('M2 12L42 12')
  })
})

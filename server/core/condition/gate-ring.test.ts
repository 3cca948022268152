import { describe, expect, it } from 'vitest'
import { GATE_DEPTH, GateRing } from './gate-ring.ts'

const ring = (...rows: readonly (readonly [number, number])[]): GateRing => {
  const made = new GateRing()
  for (const [t, value] of rows) made.push(t, value)
  return made
}

describe('GateRing', () => {
  it.each([
    ['nothing known', ring(), 10, null],
    ['the newest value', ring([1, 50], [2, 60]), 2, 60],
    ['at or before, not after', ring([1, 50], [5, 60]), 4, 50],
    ['nothing before', ring([5, 60]), 4, null],
    ['as old as allowed', ring([1, 50]), 101, 50],
    ['older than allowed', ring([1, 50]), 102, null],
    ['an older value does not stand in for a stale one', ring([1, 50], [2, 60]), 103, null],
    ['a duplicate is ignored', ring([1, 50], [1, 60]), 1, 50],
  ])('%s', (_name, made, t, value) => {
    expect(made.at(t, 100)).toBe(value)
  })

  it('looks back as far as its depth and no further', () => {
    const made = new GateRing()
    for (let t = 0; t <= GATE_DEPTH; t += 1) made.push(t, t * 10)
    expect(made.at(1, 100)).toBe(10)
    expect(made.at(0, 100)).toBeNull()
  })
})

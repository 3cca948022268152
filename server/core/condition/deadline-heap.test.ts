import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeadlineHeap, isBefore } from './deadline-heap.ts'
import type { Deadline } from './deadline-heap.ts'

const drain = (heap: DeadlineHeap): Deadline[] => {
  const out: Deadline[] = []
  for (let top = heap.top(); top !== undefined; top = heap.top()) {
    expect(heap.earliest).toBe(top.at)
    out.push(top)
    heap.pop()
  }
  return out
}

describe('DeadlineHeap', () => {
  it('gives deadlines by time, inclusive before strict, then by instance', () => {
    const deadline = fc.record({ at: fc.integer({ min: 0, max: 9 }), strict: fc.boolean(), instance: fc.integer({ min: 0, max: 5 }), source: fc.constant(0) })
    fc.assert(fc.property(fc.array(deadline, { maxLength: 60 }), (all) => {
      const heap = new DeadlineHeap()
      for (const one of all) heap.push(one)
      const key = (one: Deadline): number => one.at * 100 + Number(one.strict) * 10 + one.instance
      expect(drain(heap).map(key)).toEqual(all.map(key).sort((a, b) => a - b))
    }))
  })

  it('is empty at first and again at last', () => {
    const heap = new DeadlineHeap()
    expect([heap.top(), heap.earliest]).toEqual([undefined, Infinity])
    heap.push({ at: 1, strict: false, instance: 0, source: 0 })
    heap.pop()
    heap.pop()
    expect([heap.top(), heap.earliest]).toEqual([undefined, Infinity])
  })

  it('puts a strict deadline after an inclusive one of the same time', () => {
    const at = (strict: boolean): Deadline => ({ at: 1, strict, instance: 0, source: 0 })
    expect([isBefore(at(false), at(true)), isBefore(at(true), at(false))]).toEqual([true, false])
  })
})

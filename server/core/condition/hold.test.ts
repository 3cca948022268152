import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMet, NOTHING_RECENT, remember } from './hold.ts'
import type { Hold, Recent } from './hold.ts'

const STALE = 10_000
const run = (hold: Hold, verdicts: readonly (readonly [t: number, broken: boolean])[]): { recent: Recent; met: boolean[] } => {
  let recent: Recent = NOTHING_RECENT
  let last: number | null = null
  const met = verdicts.map(([t, broken]) => {
    recent = remember(recent, hold, broken, t, last, STALE)
    last = t
    return isMet(recent, hold)
  })
  return { recent, met }
}
const seconds = (text: string): [number, boolean][] => [...text].map((sign, i) => [i * 1000, sign === 'x'])

describe('so many of the last samples', () => {
  it.each([
    ['one short', 3, 5, 'xx...', [false, false, false, false, false]],
    ['three in a row', 3, 5, 'xxx..', [false, false, true, true, true]],
    ['three of five', 3, 5, 'x.x.x.', [false, false, false, false, true, false]],
    ['the first has slid out', 2, 3, 'x..x.x', [false, false, false, false, false, true]],
    ['one of one', 1, 1, '.x.', [false, true, false]],
  ])('%s', (_name, n, of, text, expected) => {
    expect(run({ kind: 'samples', n, of }, seconds(text)).met).toEqual(expected)
  })

  it('remembers nothing once no break is within reach', () => {
    expect(run({ kind: 'samples', n: 2, of: 3 }, seconds('x...')).recent).toBe(NOTHING_RECENT)
    expect(run({ kind: 'samples', n: 2, of: 3 }, seconds('....')).recent).toBe(NOTHING_RECENT)
  })

  it('agrees with counting by hand', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 8 }), (signs, n, more) => {
      const of = n + more
      const { met } = run({ kind: 'samples', n, of }, signs.map((sign, i) => [i * 1000, sign]))
      met.forEach((is, i) => { expect(is).toBe(signs.slice(Math.max(0, i + 1 - of), i + 1).filter(Boolean).length >= n) })
    }))
  })
})

describe('so long within a stretch of time', () => {
  const hold: Hold = { kind: 'time', ms: 3000, withinMs: 6000 }
  it.each([
    ['an unbroken stretch', 'xxxx', [false, false, false, true]],
    ['three seconds, though over now', 'xxx...', [false, false, false, true, true, true]],
    ['pieces that add up', 'xx.x.x', [false, false, false, false, true, true]],
    ['pieces of which the first has slid out', 'x...x.....x', [false, false, false, false, false, false, false, false, false, false, false]],
  ])('%s', (_name, text, expected) => {
    expect(run(hold, seconds(text)).met).toEqual(expected)
  })

  it('agrees with adding up by hand: a broken value counts until the next reading, what is older than the stretch does not', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (signs) => {
      const { met } = run(hold, signs.map((sign, i) => [i * 1000, sign]))
      met.forEach((is, i) => {
        let held = 0
        for (let j = 0; j < i; j += 1) if (signs[j] === true) held += Math.max(0, j + 1 - Math.max(j, i - 6))
        expect(is).toBe(held >= 3)
      })
    }))
  })

  it('does not count a value for longer than its staleness', () => {
    expect(run({ kind: 'time', ms: 11_000, withinMs: 60_000 }, [[0, true], [30_000, true]]).met).toEqual([false, false])
    expect(run({ kind: 'time', ms: 10_000, withinMs: 60_000 }, [[0, true], [30_000, true]]).met).toEqual([false, true])
  })

  it('stays small however long it lasts', () => {
    const long = Array.from({ length: 5000 }, (_, i): [number, boolean] => [i * 1000, i % 2 === 0])
    expect(run({ kind: 'time', ms: 60_000, withinMs: 120_000 }, long).recent.length).toBeLessThan(140)
  })
})

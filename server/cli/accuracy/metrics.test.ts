import { describe, expect, it } from 'vitest'
import { bestOf, rounded, share, tableOf } from './metrics.ts'

describe('share', () => {
  it.each([['a third', 1, 3, 0.3333], ['all', 2, 2, 1], ['none of some', 0, 5, 0], ['nothing of nothing', 0, 0, null]])('of %s', (_name, part, whole, expected) => {
    expect(share(part, whole)).toBe(expected)
  })
})

describe('rounded', () => {
  it('keeps four decimals', () => {
    expect(rounded(93.77726813)).toBe(93.7773)
  })
})

describe('bestOf', () => {
  it.each<[string, readonly number[][], readonly number[] | undefined]>([
    ['no candidate', [], undefined],
    ['the first rank', [[1, 9], [2, 0]], [2, 0]],
    ['the second rank where the first is equal', [[2, 1], [2, 3], [1, 9]], [2, 3]],
    ['a lower second rank, which never wins', [[2, 3], [2, 1]], [2, 3]],
  ])('decides by %s', (_name, candidates, expected) => {
    expect(bestOf(candidates, (ranks) => ranks)).toEqual(expected)
  })

  it('takes the first of equals', () => {
    expect(bestOf([{ name: 'a' }, { name: 'b' }], () => [1])).toEqual({ name: 'a' })
  })
})

describe('tableOf', () => {
  it('sets the product beside the naive rule, groups by a dot', () => {
    const lines = tableOf({ metrics: { found: 3, all: { found: null } }, naive: { found: 1, limit: 0.5 } })
    expect(lines.map((line) => line.split(/\s+/))).toEqual([['', 'product', 'naive'], ['found', '3', '1'], ['all.found', '-', ''], ['limit', '0.5']])
  })
})

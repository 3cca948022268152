import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { netQuantity, quantity, restOf } from './quantity.ts'

describe('quantity', () => {
  test.each(['1', '0.5', '12.3456', ' 2 '])('%s is an amount', (text) => expect(quantity.parse(text)).toBe(text.trim()))
  test.each(['0', '0.0000', '-1', '1,5', '1.23456', 'two', '', '1e3'])('%s is none', (text) => expect(quantity.safeParse(text).success).toBe(false))
})

describe('what was used in the end', () => {
  const taken = (amount: string) => ({ kind: 'taken', quantity: amount }) as const
  const returned = (amount: string) => ({ kind: 'returned', quantity: amount }) as const
  test.each([
    { name: 'nothing', moves: [], net: '0' },
    { name: 'tenths add up exactly', moves: [taken('0.1'), taken('0.2')], net: '0.3' },
    { name: 'a return is taken off', moves: [taken('2'), returned('0.5')], net: '1.5' },
    { name: 'more came back than was noted', moves: [taken('1'), returned('1.25')], net: '-0.25' },
  ])('$name', ({ moves, net }) => expect(netQuantity(moves)).toBe(net))
  test('a kit is never used below nothing', () => expect([restOf('3', [taken('1')]), restOf('1', [taken('2.5')]), restOf('1', [taken('1'), returned('1')])]).toEqual(['2', '0', '1']))
  test('the order in which it is told does not matter', () => {
    const move = fc.record({ kind: fc.constantFrom('taken' as const, 'returned' as const), quantity: fc.integer({ min: 1, max: 1e9 }).map((n) => (n / 10_000).toFixed(4)) })
    fc.assert(fc.property(fc.array(move), (moves) => { expect(netQuantity(moves.toReversed())).toBe(netQuantity(moves)) }))
  })
})

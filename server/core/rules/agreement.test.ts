import { expect, test } from 'vitest'
import { agreementOf, episodesOf, type Fired } from './agreement.ts'

const fired = (id: string, from: number, to: number | null, assetId = 'A'): Fired => ({ id, assetId, from, to })

test.each<[string, Fired[], Fired[], [number, number, number]]>([
  ['nothing at all', [], [], [0, 0, 0]],
  ['the same', [fired('s', 1, 5)], [fired('l', 1, 5)], [1, 0, 0]],
  ['earlier, and still there', [fired('s', 1, 5)], [fired('l', 4, 9)], [1, 0, 0]],
  ['at the very end', [fired('s', 1, 5)], [fired('l', 5, 9)], [1, 0, 0]],
  ['apart', [fired('s', 1, 3)], [fired('l', 4, 9)], [0, 1, 1]],
  ['on another machine', [fired('s', 1, 5)], [fired('l', 1, 5, 'B')], [0, 1, 1]],
  ['what still fires meets what comes', [fired('s', 1, null)], [fired('l', 400, 900)], [1, 0, 0]],
  ['twice while the other fires once', [fired('s', 1, 2), fired('t', 4, 5)], [fired('l', 0, 9)], [2, 0, 0]],
])('%s', (_name, shadow, live, [both, onlyShadow, onlyLive]) => {
  expect(agreementOf(shadow, live)).toMatchObject({ both, onlyShadow, onlyLive })
})

test('names the firings that agree on both sides', () => {
  expect([...agreementOf([fired('s', 1, 5), fired('t', 8, 9)], [fired('l', 2, 3)]).shared].sort()).toEqual(['l', 's'])
})

test.each<[string, Fired[], [string, number, number | null][]]>([
  ['two points of a machine at once', [fired('b', 2, 9), fired('a', 1, 5)], [['a', 1, 9]]],
  ['a worse level within', [fired('a', 1, 9), fired('b', 3, 5)], [['a', 1, 9]]],
  ['one after the other', [fired('a', 1, 2), fired('b', 3, 5)], [['a', 1, 2], ['b', 3, 5]]],
  ['one that goes on', [fired('a', 1, 4), fired('b', 3, null)], [['a', 1, null]]],
  ['two machines', [fired('a', 1, 4), fired('b', 1, 4, 'B')], [['a', 1, 4], ['b', 1, 4]]],
])('episodesOf joins %s', (_name, rows, expected) => {
  expect(episodesOf(rows).map(({ id, from, to }) => [id, from, to])).toEqual(expected)
})

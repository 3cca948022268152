import { expect, test } from 'vitest'
import { agreementOf, type FiredStretch } from './agreement.ts'

const fired = (id: string, from: number, to: number | null, pointNo = 1): FiredStretch => ({ id, pointNo, from, to })

test.each<[string, FiredStretch[], FiredStretch[], [number, number, number]]>([
  ['nothing at all', [], [], [0, 0, 0]],
  ['the same', [fired('s', 1, 5)], [fired('l', 1, 5)], [1, 0, 0]],
  ['earlier, and still there', [fired('s', 1, 5)], [fired('l', 4, 9)], [1, 0, 0]],
  ['at the very end', [fired('s', 1, 5)], [fired('l', 5, 9)], [1, 0, 0]],
  ['apart', [fired('s', 1, 3)], [fired('l', 4, 9)], [0, 1, 1]],
  ['on another point', [fired('s', 1, 5)], [fired('l', 1, 5, 2)], [0, 1, 1]],
  ['what still fires meets what comes', [fired('s', 1, null)], [fired('l', 400, 900)], [1, 0, 0]],
  ['twice while the other fires once', [fired('s', 1, 2), fired('t', 4, 5)], [fired('l', 0, 9)], [2, 0, 0]],
])('%s', (_name, shadow, live, [both, onlyShadow, onlyLive]) => {
  expect(agreementOf(shadow, live)).toMatchObject({ both, onlyShadow, onlyLive })
})

test('names the firings that agree on both sides', () => {
  expect([...agreementOf([fired('s', 1, 5), fired('t', 8, 9)], [fired('l', 2, 3)]).shared].sort()).toEqual(['l', 's'])
})

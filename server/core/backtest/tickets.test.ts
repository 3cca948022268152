import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../kernel/time.ts'
import { firingOf } from './fixtures.ts'
import type { FiringClass, JoinedFiring } from './outcomes.ts'
import { simulateTickets } from './tickets.ts'

const D = DAY_MS
const H = HOUR_MS
const END = 100 * D
const joined = (openedAt: number, resolvedAt: number | null, comesTo: FiringClass = 'unknown', over = {}): JoinedFiring =>
  ({ firing: firingOf({ openedAt, resolvedAt, state: resolvedAt === null ? 'open' : 'resolved', suppressed: comesTo === 'suppressed', ...over }), class: comesTo, order: null })
const orders = (firings: readonly JoinedFiring[], handlingMs = 3 * D) =>
  simulateTickets(firings, handlingMs, END).orders.map(({ at, reopened, episodes }) => [at / D, reopened.map((one) => one / D), episodes])

describe('the orders that firings would have raised', () => {
  test.each<[string, readonly JoinedFiring[], unknown]>([
    ['one', [joined(D, D + H)], [[1, [], 1]]],
    ['one for all that come while it is open', [joined(D, D + H), joined(2 * D, 2 * D + H), joined(3 * D, 3 * D + H)], [[1, [], 3]]],
    ['one that a relapse within the hold-off reopens', [joined(D, D + H, 'hit'), joined(8 * D, 8 * D + H, 'hit')], [[1, [8], 2]]],
    ['two when the hold-off is over', [joined(D, D + H), joined(12 * D, 12 * D + H)], [[1, [], 1], [12, [], 1]]],
    ['one, since what was a false call is respected within the hold-off', [joined(D, D + H, 'false'), joined(8 * D, 8 * D + H, 'false')], [[1, [], 1]]],
    ['none while work was done', [joined(D, D + H, 'suppressed')], []],
    ['one that comes back when it goes on long after the repair', [joined(D, 7 * D, 'hit')], [[1, [5 + 1 / D], 1]]],
    ['one for each key', [joined(D, D + H), joined(D, D + H, 'unknown', { key: 'B:VIB', assetId: 'B' })], [[1, [], 1], [1, [], 1]]],
  ])('are %s', (_name, firings, expected) => { expect(orders(firings)).toEqual(expected) })

  test('tell why none came of a firing', () => {
    expect(simulateTickets([joined(D, D + H, 'suppressed'), joined(2 * D, 2 * D + H, 'false'), joined(8 * D, 8 * D + H)], 3 * D, END).skipped)
      .toEqual({ suppressed: 1, 'false-alarm-respected': 1 })
  })

  test('are raised once by an episode that never ends, and reopened as long as the range lasts', () => {
    const [order] = simulateTickets([joined(D, null)], 10 * D, END).orders
    expect(order?.reopened.map((at) => Math.floor(at / D))).toEqual([12, 23, 34, 45, 56, 67, 78, 89])
  })

  const firingsOf = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 200 }), hours: fc.integer({ min: 1, max: 300 }), comesTo: fc.constantFrom<FiringClass>('hit', 'false', 'unknown', 'suppressed'), priority: fc.integer({ min: 1, max: 4 }) }), { maxLength: 25 })
    .map((list) => {
      let t = 0
      return list.map(({ gap, hours, comesTo, priority }) => {
        const from = t + gap * H
        t = from + hours * H
        return joined(from, t, comesTo, { priority, steps: [{ at: from, priority }] })
      })
    })

  test('are never two at once for one key, and take in no firing twice', () => {
    fc.assert(fc.property(firingsOf, fc.integer({ min: 1, max: 20 }), (firings, days) => {
      const run = simulateTickets(firings, days * D, 10_000 * D)
      const spans = run.orders.flatMap(({ at, reopened }) => [at, ...reopened].map((from) => [from, from + days * D] as const)).sort((a, b) => a[0] - b[0])
      spans.forEach(([from], index) => { if (index > 0) expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0) })
      const told = run.orders.reduce((sum, { episodes }) => sum + episodes, 0) + Object.values(run.skipped).reduce((sum, n) => sum + n, 0)
      expect(told).toBe(firings.length)
    }))
  })
})

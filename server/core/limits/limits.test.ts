import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instanceOf } from '../condition/fixtures.ts'
import { ruleDefinition } from '../condition/definition.ts'
import { sliceOf, type Row } from '../backtest/fixtures.ts'
import type { KnownOutcome } from '../backtest/outcomes.ts'
import { DAY_MS, HOUR_MS } from '../kernel/time.ts'
import { quantile } from '../verdicts/quantile.ts'
import { BASES, delaysFor, proposalOf, type BandStatistics } from './candidates.ts'
import { Learner } from './learner.ts'
import { AFTER_MS, BEFORE_MS, leftOut, leftOutClock, type LeftOut } from './left-out.ts'
import { candidateOf, recommend } from './report.ts'
import { Sample } from './sample.ts'
import { bandsByQuantiles } from './state-bands.ts'
import { sortedQuantile, statisticsOf } from './statistics.ts'

const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort()
const numbers = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 })

describe('statistics', () => {
  test('agree with the quantiles that verdicts are counted by', () => {
    fc.assert(fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      expect(sortedQuantile(ascending(values), share)).toBeCloseTo(quantile(values, share) ?? NaN, 9)
    }))
  })

  test('of 1 to 9 with an outlier: the spread hardly moves', () => {
    expect(statisticsOf(ascending([1, 2, 3, 4, 5, 6, 7, 8, 9]))).toMatchObject({ n: 9, lowest: 1, highest: 9, median: 5, mad: 2 })
    expect(statisticsOf(ascending([1, 2, 3, 4, 5, 6, 7, 8, 9e9]))).toMatchObject({ median: 5, mad: 2, highest: 9e9 })
  })

  test('of nothing are none', () => { expect(statisticsOf(new Float64Array(0))).toBeNull() })
})

describe('a sample', () => {
  test('holds everything while it fits, and an even share afterwards', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), (n) => {
      const sample = new Sample(16)
      for (let i = 0; i < n; i += 1) sample.add(i)
      const { every } = sample
      expect([...sample.sorted()]).toEqual(Array.from({ length: Math.ceil(n / every) }, (_, i) => i * every))
      expect(n <= 16 ? every : n / every).toBeLessThanOrEqual(n <= 16 ? 1 : 16)
    }))
  })

  test('sorts what stands beside a passing value', () => {
    const sample = new Sample()
    for (const [value, other] of [[3, 1], [1, 2], [2, 1], [9, NaN]] as const) sample.add(value, other)
    expect([...sample.sorted((other) => other === 1)]).toEqual([2, 3])
    expect([...sample.sortedOthers()]).toEqual([1, 1, 2])
  })
})

test.each<[string, readonly number[], number, readonly (readonly [number, number])[] | null]>([
  ['an even spread', Array.from({ length: 101 }, (_, i) => i), 4, [[0, 25.5], [25.5, 50.5], [50.5, 75.5], [75.5, 100]]],
  ['two settings', [...Array<number>(50).fill(45), ...Array<number>(50).fill(80)], 3, [[45, 62.5], [62.5, 80]]],
  ['three settings', [...Array<number>(50).fill(45), ...Array<number>(50).fill(60), ...Array<number>(50).fill(80)], 3, [[45, 52.5], [52.5, 70], [70, 80]]],
  ['one setting', Array<number>(50).fill(45), 3, null],
])('bands by quantiles of %s', (_name, values, count, expected) => {
  expect(bandsByQuantiles(ascending(values), count)?.map(({ from, to }) => [from, to]) ?? null).toEqual(expected)
})

const healthy = (middle: number): BandStatistics['statistics'] => {
  const found = statisticsOf(ascending(Array.from({ length: 1001 }, (_, i) => middle + (i - 500) / 100)))
  if (found === null) throw new Error('no statistics')
  return found
}

describe('a proposal', () => {
  const states = [{ band: null, statistics: healthy(50) }]

  test('lies beyond the machine\'s own values, and is a number that people say', () => {
    expect(proposalOf('above', 'p99', null, states)).toEqual({ limit: 54.9, clear: 54.5, low: null, high: null, gate: null })
    expect(proposalOf('below', 'p99', null, states)).toEqual({ limit: 45.1, clear: 45.5, low: null, high: null, gate: null })
    expect(proposalOf('outside', 'p999', null, states)).toMatchObject({ limit: null, low: 45, high: 55 })
    expect(proposalOf('above', 'spread', null, states)?.limit).toBe(Math.ceil(50 + 6 * 1.4826 * 2.5))
  })

  test('has a band for each state of the machine', () => {
    const both = [{ band: { from: 0, to: 50 }, statistics: healthy(10) }, { band: { from: 50, to: 100 }, statistics: healthy(50) }]
    expect(proposalOf('above', 'p99', 'speed', both)?.gate).toEqual({ point: 'speed', bands: [{ from: 0, to: 50, limit: 14.9, clear: 14.5 }, { from: 50, to: 100, limit: 54.9, clear: 54.5 }] })
  })

  test('of values that do not spread is none on their spread', () => {
    const still = statisticsOf(new Float64Array(200).fill(7))
    expect(still && proposalOf('above', 'spread', null, [{ band: null, statistics: still }])).toBeNull()
  })

  test('is always a rule that can be published, whatever the values', () => {
    fc.assert(fc.property(numbers, fc.constantFrom('above' as const, 'below' as const, 'outside' as const), fc.constantFrom(...BASES), (values, direction, basis) => {
      const statistics = statisticsOf(ascending(values))
      const proposal = statistics && proposalOf(direction, basis, null, [{ band: null, statistics }])
      if (!proposal) return
      expect(ruleDefinition.safeParse({ kind: 'threshold', points: ['p'], direction, priority: 3, ...proposal }).error?.issues ?? []).toEqual([])
    }), { numRuns: 500 })
  })

  test.each([[1000, [0, 10_000, 30_000, 60_000, 300_000]], [300_000, [0, 900_000, 1_800_000, 3_600_000, 7_200_000]], [0, [0, 10_000, 30_000, 60_000, 300_000]]])(
    'of a point that is read every %d ms is tried with delays of several readings', (spacing, delays) => { expect(delaysFor(spacing)).toEqual(delays) },
  )
})

describe('what is left out', () => {
  const outcome: KnownOutcome = {
    orderId: 'o', orderNumber: 'WO-000001', assetId: 'A', modes: [], effect: 'functional-failure', verdict: 'confirmed', failureAt: 20 * DAY_MS, alertAt: 19 * DAY_MS, repairStartAt: null,
    endAt: 21 * DAY_MS,
  }

  test('lies around failures and faults of the machine, and its maintenance', () => {
    const others = [{ ...outcome, assetId: 'B' }, { ...outcome, failureAt: null, verdict: 'nothing-found' as const }]
    expect(leftOut('A', [outcome, ...others], [{ assetId: 'A', from: 5, to: 10 }, { assetId: 'B', from: 5, to: 10 }])).toEqual([
      { from: 5, to: 10 + AFTER_MS, why: 'maintenance', orderNumber: null },
      { from: 19 * DAY_MS - BEFORE_MS, to: 21 * DAY_MS + AFTER_MS, why: 'failure', orderNumber: 'WO-000001' },
    ])
  })

  test('is known at every time', () => {
    const windows = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 })), { maxLength: 6 })
      .map((list) => list.map(([from, length]): LeftOut => ({ from, to: from + length, why: 'fault', orderNumber: null })).sort((a, b) => a.from - b.from))
    fc.assert(fc.property(windows, (list) => {
      const isOut = leftOutClock(list)
      for (let t = -1; t < 75; t += 1) expect(isOut(t), `at ${t}`).toBe(list.some(({ from, to }) => t >= from && t < to))
    }))
  })
})

describe('the learner', () => {
  const S = 1000
  // A machine with two speeds: 10 at 30 %, 50 at 80 %; broken for a while.
  const history = (broken: readonly number[]): Row[] => Array.from({ length: 4000 }, (_, i): Row[] => [
    [9, i * S, i % 2000 < 1000 ? 30 : 80],
    [1, i * S, broken.includes(i) ? 999 : (i % 2000 < 1000 ? 10 : 50) + (i % 7) / 10],
  ]).flat()
  const rule = instanceOf({ gate: { point: 'g', bands: [{ from: 0, to: 50, limit: 0 }, { from: 51, to: 100, limit: 0 }] } })
  const broken = Array.from({ length: 100 }, (_, i) => 500 + i)
  const windows: LeftOut[] = [{ from: 400 * S, to: 700 * S, why: 'failure', orderNumber: 'WO-000001' }]
  const learn = (cuts: readonly number[], out: readonly LeftOut[] = windows): Learner => {
    const learner = new Learner(rule, out)
    const ends = [...cuts, 4001 * S]
    ends.forEach((end, index) => { learner.take(sliceOf(history(broken).filter(([, t]) => t < end && t >= (ends[index - 1] ?? -1)), end)) })
    return learner
  }

  test('learns each state of the machine by itself, and nothing from what is left out', () => {
    const learner = learn([])
    const states = learner.states({ by: 'given', bands: [{ from: 0, to: 50 }, { from: 51, to: 100 }] })
    expect(states.map(({ statistics }) => [statistics.lowest, statistics.highest, statistics.n])).toEqual([[10, 10.6, 1700], [50, 50.6, 2000]])
    expect([learner.learnt, learner.leftOut, learner.spacingMs, learner.every]).toEqual([3700, 300, S, 1])
  })

  test('takes in what is broken where nobody knows of it', () => {
    expect(learn([], []).states({ by: 'given', bands: [{ from: 0, to: 50 }] })[0]?.statistics.highest).toBe(999)
  })

  test('finds the states by the gate\'s own values', () => {
    const states = learn([]).states({ by: 'quantiles', count: 3 })
    expect(states.map(({ band, statistics }) => [band, statistics.highest])).toEqual([[{ from: 30, to: 55 }, 10.6], [{ from: 55, to: 80 }, 50.6]])
    expect(learn([]).states({ by: 'none' }).map(({ band, statistics }) => [band, statistics.n])).toEqual([[null, 3700]])
  })

  test('is the same in any cut into slices', () => {
    const how = { by: 'given', bands: [{ from: 0, to: 50 }, { from: 51, to: 100 }] } as const
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 3999 }), { maxLength: 6 }), (cuts) => {
      const times = cuts.map((cut) => cut * S).sort((a, b) => a - b)
      expect(learn(times).states(how)).toEqual(learn([]).states(how))
    }), { numRuns: 20 })
  })

  test('learns what a rule measures, not only values', () => {
    const learner = new Learner(instanceOf({ measure: { kind: 'rate', windowMs: 10 * S, per: 'second' }, limit: 1 }), [])
    learner.take(sliceOf(Array.from({ length: 500 }, (_, i): Row => [1, i * S, 2 * i]), 500 * S))
    expect(learner.states({ by: 'none' })[0]?.statistics.median).toBeCloseTo(2, 6)
  })
})

describe('a candidate', () => {
  const month = 30 * DAY_MS
  const proposal = (limit: number) => ({ limit, clear: null, low: null, high: null, gate: null })
  const calls = (n: number): number[] => Array.from({ length: n }, (_, i) => i * HOUR_MS)

  test('has the shortest delay with at most one false call a month', () => {
    const tried = [{ forMs: 0, falseCalls: calls(40) }, { forMs: 1000, falseCalls: calls(2) }, { forMs: 5000, falseCalls: calls(1) }]
    expect(candidateOf('p99', proposal(5), tried, 2 * month)).toMatchObject({ forMs: 1000, falseCalls: 2, perMonth: 1, at: calls(2), tried: [{ falseCalls: 40 }, { falseCalls: 2 }, { falseCalls: 1 }] })
  })

  test('has the delay with the fewest where none is bearable', () => {
    expect(candidateOf('p99', proposal(5), [{ forMs: 0, falseCalls: calls(40) }, { forMs: 1000, falseCalls: calls(9) }], month)).toMatchObject({ forMs: 1000, falseCalls: 9, perMonth: 9 })
  })

  test('is recommended when it is the tightest that is bearable', () => {
    const states = [{ band: null, statistics: healthy(50) }]
    const of = (limit: number, falseCalls: number) => candidateOf('p99', proposal(limit), [{ forMs: 0, falseCalls: calls(falseCalls) }], month)
    expect(recommend([of(60, 0), of(55, 1), of(52, 9)], states).map(({ proposal: { limit }, recommended }) => [limit, recommended])).toEqual([[52, false], [55, true], [60, false]])
  })
})

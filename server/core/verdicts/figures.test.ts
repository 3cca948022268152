import { describe, expect, test } from 'vitest'
import { parseMoney } from '../kernel/decimal.ts'
import { HOUR_MS } from '../kernel/time.ts'
import { VERDICTS, type Verdict } from '../work-orders/verdict.ts'
import type { Call } from './call.ts'
import { figuresOf, MONTH_MS } from './figures.ts'
import { addTallies, EMPTY, tallyOf } from './tally.ts'

const RATE = parseMoney('60')
const call = (verdict: Verdict | null, more: Partial<Call> = {}): Call => ({
  verdict, isDuplicate: false, alertAt: 0, repairStartAt: null, failureAt: null, labourMs: null, partsCost: 0n, unpricedParts: 0, ...more,
})
const many = (verdict: Verdict | null, count: number): Call[] => Array.from({ length: count }, () => call(verdict))
const of = (...calls: Call[]) => figuresOf(tallyOf(calls), RATE)

describe('precision', () => {
  // n right, n counted, precision, n apart
  test.each<[string, Call[], number, number, number | null, number]>([
    ['no alert: nothing to say, not 0 and not 1', [], 0, 0, null, 0],
    ['one alert, confirmed', [call('confirmed')], 1, 1, 1, 0],
    ['one alert, nothing found', [call('nothing-found')], 0, 1, 0, 0],
    ['two alerts, one right', [call('confirmed'), call('nothing-found')], 1, 2, 0.5, 0],
    ['another fault than the one warned of is right too', [call('other-fault-found'), call('nothing-found')], 1, 2, 0.5, 0],
    ['a process change is a false call', [call('confirmed'), call('process-change')], 1, 2, 0.5, 0],
    ['sensor faults, not inspected and unverified stand apart', [call('confirmed'), call('sensor-fault'), call('not-inspected'), call(null)], 1, 1, 1, 3],
    ['all unverified: nothing to say', many(null, 3), 0, 0, null, 3],
    ['what was merged into another order is not counted twice', [call('confirmed'), call('nothing-found', { isDuplicate: true })], 1, 1, 1, 0],
  ])('%s', (_name, calls, right, n, precision, apart) => {
    expect(of(...calls)).toMatchObject({ right, n, precision, apart })
  })

  test('has an interval as soon as it has a value, and none before', () => {
    expect(of().interval).toBeNull()
    const { precision, interval } = of(...many('confirmed', 4), ...many('nothing-found', 2))
    expect(precision).toBeCloseTo(2 / 3, 12)
    expect(interval?.low).toBeCloseTo(0.3, 4)
    expect(interval?.high).toBeCloseTo(0.9032, 4)
  })

  test('counts every outcome and says how many were merged', () => {
    const figures = of(...VERDICTS.map((verdict) => call(verdict)), call(null), call(null), call('confirmed', { isDuplicate: true }))
    expect(figures.outcomes).toEqual({ confirmed: 1, 'other-fault-found': 1, 'nothing-found': 1, 'sensor-fault': 1, 'process-change': 1, 'not-inspected': 1, unverified: 2 })
    expect(figures).toMatchObject({ calls: 8, n: 4, falseCalls: 2, apart: 4, duplicates: 1, definition: 1 })
  })
})

describe('false calls per machine-month', () => {
  test.each([
    ['nobody watched: nothing to say', 0, null],
    ['one machine for a month', MONTH_MS, 2],
    ['four machines for half a month', 2 * MONTH_MS, 1],
  ])('%s', (_name, watchedMs, expected) => {
    expect(figuresOf(tallyOf([call('nothing-found'), call('process-change'), call('confirmed')], EMPTY.alerts, watchedMs), RATE).falsePerAssetMonth).toBe(expected)
  })
})

describe('lead time', () => {
  const right = (hours: number | null, failed: number | null = null): Call =>
    call('confirmed', { repairStartAt: hours === null ? null : hours * HOUR_MS, failureAt: failed === null ? null : failed * HOUR_MS })

  test.each<[string, Call[], number, number, number | null, number | null]>([
    ['without a right call', [call('nothing-found', { repairStartAt: HOUR_MS })], 0, 0, null, null],
    ['of one', [right(10)], 1, 0, 10, 10],
    ['of two', [right(10), right(20)], 2, 0, 15, 11],
    ['says how many had no start', [right(10), right(null)], 1, 1, 10, 10],
  ])('to the repair %s', (_name, calls, n, left, median, p10) => {
    const { toRepair } = of(...calls)
    expect(toRepair).toEqual({ n, left, medianMs: median === null ? null : median * HOUR_MS, p10Ms: p10 === null ? null : p10 * HOUR_MS })
  })

  test('to the failure stands in a column of its own, and an alert after the failure is negative', () => {
    const { toRepair, toFailure } = of(right(30, 21), right(4, -3.6), right(8))
    expect(toRepair.n).toBe(3)
    expect(toFailure).toMatchObject({ n: 2, left: 1 })
    expect(toFailure.medianMs).toBeCloseTo(8.7 * HOUR_MS, 0)
    expect(toFailure.p10Ms).toBeCloseTo(-1.14 * HOUR_MS, 0)
  })
})

describe('cost of false calls', () => {
  const work = { labourMs: 1.5 * HOUR_MS, partsCost: parseMoney('12.3') }
  test('is labour at the rate and parts, of false calls only', () => {
    expect(of(call('nothing-found', work), call('process-change', { labourMs: HOUR_MS }), call('confirmed', work), call('sensor-fault', work)).cost).toMatchObject({
      calls: 2, labourMs: 2.5 * HOUR_MS, labour: '150.00', parts: '12.30', total: '162.30', withoutRecords: 0,
    })
  })
  test('says what is missing from it', () => {
    expect(of(call('nothing-found'), call('nothing-found', { unpricedParts: 2 })).cost).toMatchObject({ total: '0.00', withoutRecords: 1, unpricedParts: 2 })
  })
  test('knows no total without an hourly rate', () => {
    expect(figuresOf(tallyOf([call('nothing-found', work)]), null).cost).toMatchObject({ labourMs: 1.5 * HOUR_MS, labour: null, parts: '12.30', total: null })
  })
})

test.each([
  ['no alert', { all: 0, suppressed: 0, withOrder: 0 }, { n: 0, share: null, suppressed: 0 }],
  ['those during work on the machine do not count', { all: 5, suppressed: 1, withOrder: 3 }, { n: 4, share: 0.75, suppressed: 1 }],
])('conversion: %s', (_name, alerts, expected) => {
  expect(figuresOf(tallyOf([], alerts), RATE).conversion).toMatchObject(expected)
})

test('figures of several come from their sums, never from their figures', () => {
  const busy = tallyOf(many('nothing-found', 9), { all: 9, suppressed: 0, withOrder: 9 }, MONTH_MS)
  const quiet = tallyOf([call('confirmed', { repairStartAt: 5 * HOUR_MS })], { all: 1, suppressed: 0, withOrder: 0 }, 9 * MONTH_MS)
  const both = figuresOf(addTallies([busy, quiet]), RATE)
  expect(both).toMatchObject({ precision: 0.1, falsePerAssetMonth: 0.9, conversion: { share: 0.9 } })
})

test('adding tallies is counting everything at once, in any split', () => {
  const all = Array.from({ length: 40 }, (_, i) =>
    call([...VERDICTS, null][i % 7] ?? null, {
      isDuplicate: i % 11 === 0, repairStartAt: i % 3 === 0 ? null : i * HOUR_MS, failureAt: i % 5 === 0 ? i * 2 * HOUR_MS : null,
      labourMs: i % 2 === 0 ? i * 60_000 : null, partsCost: BigInt(i * 3), unpricedParts: i % 4,
    }))
  for (const at of [0, 1, 13, 39, 40]) {
    const parts = addTallies([tallyOf(all.slice(0, at)), tallyOf(all.slice(at))])
    expect(figuresOf(parts, RATE)).toEqual(figuresOf(tallyOf(all), RATE))
  }
})

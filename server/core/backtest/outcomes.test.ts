import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../kernel/time.ts'
import { firingOf } from './fixtures.ts'
import { figuresOf, inRange, joinAll, onlyOf } from './figures.ts'
import { joinFiring, joinTrouble, kindOf, type FiringClass, type Found, type KnownOutcome } from './outcomes.ts'

const D = DAY_MS
const H = HOUR_MS

const outcomeOf = (over: Partial<KnownOutcome>): KnownOutcome => ({
  orderId: 'o', orderNumber: 'WO-000001', assetId: 'A', modes: ['VIB'], effect: null, verdict: null, failureAt: null, alertAt: null, repairStartAt: null, endAt: 30 * D, ...over,
})
const failure = outcomeOf({ effect: 'functional-failure', failureAt: 20 * D, repairStartAt: 20 * D + H, endAt: 20 * D + 8 * H })
const fault = outcomeOf({ verdict: 'confirmed', effect: 'averted', alertAt: 19 * D, repairStartAt: 20 * D, endAt: 20 * D + 4 * H })
const falseCall = outcomeOf({ verdict: 'nothing-found', alertAt: 10 * D, repairStartAt: 11 * D, endAt: 11 * D + H })

test.each<[string, KnownOutcome, ReturnType<typeof kindOf>]>([
  ['a functional failure, whatever the verdict says', { ...failure, verdict: 'nothing-found' }, 'failure'],
  ['a confirmed fault', fault, 'fault'],
  ['another fault that was found', outcomeOf({ verdict: 'other-fault-found' }), 'fault'],
  ['nothing found', falseCall, 'false-call'],
  ['a change of the process', outcomeOf({ verdict: 'process-change' }), 'false-call'],
  ['a sensor fault', outcomeOf({ verdict: 'sensor-fault' }), 'unclear'],
  ['not inspected', outcomeOf({ verdict: 'not-inspected' }), 'unclear'],
  ['no verdict yet', outcomeOf({}), 'unclear'],
])('%s is evidence of what it says', (_name, outcome, kind) => { expect(kindOf(outcome)).toBe(kind) })

describe('a firing set against what is known', () => {
  const at = (openedAt: number, hours: number | null = 1, over = {}) => firingOf({ openedAt, resolvedAt: hours === null ? null : openedAt + hours * H, ...over })
  test.each<[string, Parameters<typeof joinFiring>[0], readonly KnownOutcome[], FiringClass, string | null]>([
    ['a day before a failure', at(19 * D), [failure], 'hit', 'WO-000001'],
    ['that ended 13 days before a failure', at(7 * D, 1), [failure], 'hit', 'WO-000001'],
    ['that ended 15 days before a failure', at(5 * D, 1), [failure], 'unknown', null],
    ['that began long before a failure and still lasts', at(2 * D, null), [failure], 'hit', 'WO-000001'],
    ['during the failure', at(20 * D + H), [failure], 'hit', 'WO-000001'],
    ['after the machine was back', at(20 * D + 9 * H), [failure], 'unknown', null],
    ['of another failure mode', at(19 * D, 1, { failureMode: 'OHE' }), [failure], 'unknown', null],
    ['of a rule that names no failure mode', at(19 * D, 1, { failureMode: null }), [failure], 'hit', 'WO-000001'],
    ['before a failure of which nobody named the mode', at(19 * D), [{ ...failure, modes: [] }], 'hit', 'WO-000001'],
    ['on another machine', at(19 * D, 1, { assetId: 'B' }), [failure], 'unknown', null],
    ['in a time of which somebody said that nothing was wrong', at(10 * D + H), [falseCall], 'false', 'WO-000001'],
    ['in such a time, though a failure followed within two weeks', at(10 * D + H), [falseCall, { ...failure, orderNumber: 'WO-000002' }], 'false', 'WO-000001'],
    ['in a time of which one said nothing and another that there was a fault', at(10 * D + H), [falseCall, { ...fault, alertAt: 10 * D, orderNumber: 'WO-000002' }], 'hit', 'WO-000002'],
    ['while the sensor was faulty', at(10 * D + H), [{ ...falseCall, verdict: 'sensor-fault' }], 'unknown', 'WO-000001'],
    ['where nobody looked', at(10 * D), [], 'unknown', null],
    ['while work was done', at(19 * D, 1, { suppressed: true, suppressedReason: 'work' }), [failure], 'suppressed', null],
  ])('%s', (_name, firing, outcomes, comesTo, order) => {
    const joined = joinFiring(firing, outcomes)
    expect([joined.class, joined.order?.orderNumber ?? null]).toEqual([comesTo, order])
  })
})

describe('a known failure or fault', () => {
  test.each<[string, KnownOutcome, readonly number[], Found | null, number | null, number | null]>([
    ['is found a day ahead', failure, [19 * D], 'found', D, D + H],
    ['is found by the first of several', failure, [19 * D, 18 * D], 'found', 2 * D, 2 * D + H],
    ['is told of late', failure, [20 * D + 2 * H], 'late', -2 * H, -H],
    ['is missed', failure, [2 * D], 'missed', null, null],
    ['that was averted is found before its repair', fault, [19 * D], 'found', null, D],
    ['that was averted is found late, while the repair runs', fault, [20 * D + H], 'late', null, -H],
    ['is no false call', falseCall, [10 * D], null, null, null],
  ])('%s', (_name, outcome, times, found, toFailure, toRepair) => {
    const joined = joinTrouble(outcome, times.map((openedAt) => joinFiring(firingOf({ openedAt }), [outcome])))
    expect([joined?.found ?? null, joined?.toFailureMs ?? null, joined?.toRepairMs ?? null]).toEqual([found, toFailure, toRepair])
  })

  test('is not found by what an earlier fault was found by, that was seen to', () => {
    const earlier = { ...fault, orderId: 'p', alertAt: 10 * D, repairStartAt: 11 * D, endAt: 12 * D }
    const firings = [firingOf({ openedAt: 10 * D })].map((firing) => joinFiring(firing, [earlier, failure]))
    expect([joinTrouble(earlier, firings)?.found, joinTrouble(failure, firings)?.found]).toEqual(['found', 'missed'])
  })

  test('is found, like another of the same time, by one firing during both', () => {
    const other = { ...fault, orderId: 'p', alertAt: 19 * D }
    const firings = [joinFiring(firingOf({ openedAt: 19 * D + H, resolvedAt: 21 * D }), [other, failure])]
    expect([joinTrouble(other, firings)?.found, joinTrouble(failure, firings)?.found]).toEqual(['found', 'found'])
  })

  test('is not found by what was suppressed', () => {
    expect(joinTrouble(failure, [joinFiring(firingOf({ openedAt: 19 * D, suppressed: true }), [failure])])?.found).toBe('missed')
  })
})

describe('figures', () => {
  const range = { from: 0, to: 60 * D, handlingMs: 3 * D }
  const firings = [firingOf({ openedAt: 10 * D + H }), firingOf({ openedAt: 19 * D }), firingOf({ openedAt: 40 * D }), firingOf({ openedAt: 50 * D, suppressed: true, assetId: 'B', key: 'B:VIB' })]
  const joined = joinAll(firings, [failure, falseCall, { ...failure, assetId: 'B' }], range)

  test('count what a rule would have come to', () => {
    expect(figuresOf(joined, range)).toMatchObject({
      firings: 4, byClass: { hit: 1, false: 1, unknown: 1, suppressed: 1 }, troubles: 2, found: 1, late: 0, missed: 1,
      toFailure: { n: 1, medianMs: D, p10Ms: D }, orders: 2, reopened: 0, firingsPerMonth: 2, ordersPerMonth: 1,
    })
  })

  test('of the machines add up to those of all', () => {
    const parts = ['A', 'B'].map((assetId) => figuresOf(onlyOf(joined, assetId), range))
    const whole = figuresOf(joined, range)
    for (const key of ['firings', 'troubles', 'found', 'missed', 'orders'] as const) expect(parts.reduce((sum, one) => sum + one[key], 0)).toBe(whole[key])
  })

  test('give no rate of less than a day', () => {
    expect(figuresOf(joined, { from: 0, to: H })).toMatchObject({ firingsPerMonth: null, ordersPerMonth: null })
  })

  test('leave out what was over before the range and what began after it', () => {
    const [over, lasting, later] = [firingOf({ openedAt: -5 * H, resolvedAt: -H }), firingOf({ openedAt: -5 * H, resolvedAt: H }), firingOf({ openedAt: 60 * D })]
    expect(inRange([over, lasting, later], range)).toEqual([lasting])
  })
})

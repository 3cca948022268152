import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../kernel/time.ts'
import { countShadow, shadowConditions, shadowCriteria, type ShadowAnswer, type ShadowFacts } from './shadow.ts'

const firing = (day: number, answer: ShadowAnswer | null = null, suppressed = false) => ({ noticedAt: day * DAY_MS, answer, suppressed })
const facts = (days: number, ...firings: ReturnType<typeof firing>[]): ShadowFacts => ({ since: 0, now: days * DAY_MS, machines: 2, firings })

describe('countShadow', () => {
  test('counts what was said, leaves out what came during work, and reckons by machine-month', () => {
    expect(countShadow(facts(30, firing(1, 'right'), firing(2, 'right'), firing(3, 'wrong'), firing(4, 'unsure'), firing(5), firing(6, 'wrong', true)))).toMatchObject({
      firings: 5, suppressed: 1, right: 2, wrong: 1, unsure: 1, unjudged: 1, precision: 2 / 3, assetMonths: 2, perAssetMonth: 2.5,
    })
  })
  test('tells no rate of the first hours', () => {
    expect(countShadow(facts(0.4, firing(0.1))).perAssetMonth).toBeNull()
    expect(countShadow(facts(0.5, firing(0.1))).perAssetMonth).toBe(30)
  })
  test('has nothing to say at the start', () => {
    expect(countShadow(facts(0))).toMatchObject({ firings: 0, precision: null, interval: null, perAssetMonth: null })
  })
})

describe('shadowConditions', () => {
  const quiet = { kind: 'quiet', days: 14, maxPerMonth: null } as const
  const met = (given: Parameters<typeof shadowConditions>[0], of: ShadowFacts) => shadowConditions(given, of).map(({ key, have, met: is }) => [key, have, is])
  test.each([
    ['silent for long enough', quiet, facts(14), [['days', 14, true], ['unjudged', 0, true]]],
    ['not yet', quiet, facts(13.99), [['days', 13, false], ['unjudged', 0, true]]],
    ['a false call begins the days anew', quiet, facts(20, firing(8, 'wrong')), [['days', 12, false], ['unjudged', 0, true]]],
    ['a right one does not', quiet, facts(20, firing(8, 'right')), [['days', 20, true], ['unjudged', 0, true]]],
    ['one that nobody judged may be false', quiet, facts(20, firing(8)), [['days', 20, true], ['unjudged', 1, false]]],
    ['what came during work needs no verdict', quiet, facts(20, firing(8, null, true), firing(9, 'wrong', true)), [['days', 20, true], ['unjudged', 0, true]]],
    ['at most so many a machine-month', { ...quiet, maxPerMonth: 1 }, facts(30, firing(2, 'right'), firing(3, 'right'), firing(4, 'right')), [['days', 30, true], ['unjudged', 0, true], ['rate', 1.5, false]]],
    ['a precision', { kind: 'precision', atLeast: 0.8, judged: 5 }, facts(3, ...[1, 1, 1, 1].map(() => firing(1, 'right')), firing(1, 'wrong')), [['judged', 5, true], ['precision', 0.8, true]]],
    ['a precision of too few', { kind: 'precision', atLeast: 0.8, judged: 5 }, facts(3, firing(1, 'right'), firing(1)), [['judged', 1, false], ['precision', 1, true]]],
    ['a precision of nothing', { kind: 'precision', atLeast: 0, judged: 1 }, facts(3), [['judged', 0, false], ['precision', null, false]]],
  ] as const)('%s', (_name, given, of, expected) => {
    expect(met(given, of)).toEqual(expected)
  })
})

test('shadowCriteria refuses what makes no sense', () => {
  expect(shadowCriteria.safeParse({ kind: 'quiet', days: 0 }).success).toBe(false)
  expect(shadowCriteria.safeParse({ kind: 'precision', atLeast: 80, judged: 5 }).success).toBe(false)
  expect(shadowCriteria.parse({ kind: 'quiet', days: 14 })).toEqual({ kind: 'quiet', days: 14, maxPerMonth: null })
})

import { describe, expect, it } from 'vitest'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { figuresOf } from '#server/core/verdicts/figures.ts'
import { tallyOf } from '#server/core/verdicts/tally.ts'
import type { Verdict } from '#server/core/work-orders/verdict.ts'
import { shelvesOf, sortedRules } from './board.ts'
import { changesOf, pairOf, type VersionView } from './life.ts'
import { isFew, ordersHref, type BoardRule } from './precision.ts'
import { asDifference } from './proposals.ts'
import { courseOf, courseWindow, criteriaOf, FIRST_CRITERIA, isMet, limitSide } from './shadow.ts'

const HOUR = 3_600_000
const call = (verdict: Verdict | null) => ({ verdict, isDuplicate: false, alertAt: 0, repairStartAt: HOUR, failureAt: null, labourMs: null, partsCost: 0n, unpricedParts: 0 })
const figures = (right: number, wrong: number, open = 0) =>
  figuresOf(tallyOf([...new Array(right).fill('confirmed'), ...new Array(wrong).fill('nothing-found'), ...new Array(open).fill(null)].map((verdict: Verdict | null) => call(verdict))), null)
const rule = (name: string, of: ReturnType<typeof figures>, more: Partial<BoardRule> = {}): BoardRule => ({
  id: name, name, state: 'live', version: 1, classId: 'fan', className: 'Fan', assetTag: null, figures: of, ...more,
})

describe('the board', () => {
  it('puts first what is surely bad: ten wrong of ten before one of one, and what nobody judged last', () => {
    const rules = [rule('good', figures(9, 1)), rule('one wrong', figures(0, 1)), rule('ten wrong', figures(0, 10)), rule('unknown', figures(0, 0, 3)), rule('never fired', figures(0, 0))]
    expect(sortedRules(rules, 'precision').map(({ name }) => name)).toEqual(['ten wrong', 'one wrong', 'good', 'unknown', 'never fired'])
    expect(sortedRules(rules, 'unverified')[0]?.name).toBe('unknown')
    expect(sortedRules(rules, 'name').map(({ name }) => name)).toEqual(['good', 'never fired', 'one wrong', 'ten wrong', 'unknown'])
  })
  it('groups rules by class, and lists retired ones only with orders of that time', () => {
    const rules = [rule('a', figures(1, 0)), rule('b', figures(0, 0), { state: 'retired' }), rule('c', figures(1, 0), { state: 'retired' }), rule('d', figures(1, 0), { classId: null })]
    const shelves = shelvesOf({ rules, classes: [{ id: 'fan', name: 'Fan', figures: figures(2, 0) }, { id: null, name: null, figures: figures(1, 0) }, { id: 'pump', name: 'Pump', figures: figures(0, 0) }] }, 'name')
    expect(shelves.map(({ name, rules: own }) => [name, own.map(({ id }) => id)])).toEqual([['Fan', ['a', 'c']], [null, ['d']]])
  })
})

it('a figure opens its orders by an address that carries the filter', () => {
  expect(ordersHref({ rule: 'r', version: 'v', outcomes: ['nothing-found', 'process-change'] }, { from: '2026-10-28', to: '2026-11-27' }))
    .toBe('/work-orders?stage=all&sort=newest&rule=r&version=v&outcome=nothing-found%2Cprocess-change&from=2026-10-28&to=2026-11-27')
  expect(ordersHref({ class: 'c', asset: 'a' }, { from: '2026-10-28', to: '2026-11-27' })).toContain('class=c&asset=a')
})

it.each([[0, false], [1, true], [4, true], [5, false]])('of %i verdicts one can say "few": %s', (n, few) => { expect(isFew({ n })).toBe(few) })

describe('versions', () => {
  const version = (no: number, more: Partial<VersionView> = {}): VersionView => ({
    id: `v${no}`, version: no, definition: { kind: 'x', limit: no }, createdAt: '', createdBy: null, publishedAt: '', publishedBy: null, note: null, isLive: false, isWatched: false, ...more,
  })
  const all = [version(3), version(2, { isLive: true }), version(1)]
  const shown = (before: number | null, after: number | null, of = all) => {
    const pair = pairOf(of, { before, after })
    return pair === null ? null : [pair.before.version, pair.after.version]
  }
  it('compares the newest with the one in force, any two when asked, and the one before where nothing is in force', () => {
    expect(shown(null, null)).toEqual([2, 3])
    expect(shown(1, 2)).toEqual([1, 2])
    expect(shown(1, null)).toEqual([1, 3])
    expect(shown(null, null, [version(2, { isLive: true }), version(1)])).toEqual([1, 2])
    expect(shown(null, null, [version(1)])).toBeNull()
    expect(shown(9, 9)).toEqual([2, 3])
  })
  it('tells what is different even of a kind that is not known', () => {
    const pair = pairOf(all, { before: 1, after: 3 })
    expect(pair === null ? [] : changesOf(pair).map(({ field, before, after }) => [field, before, after])).toEqual([['limit', 1, 3]])
  })
})

describe('the shadow', () => {
  it.each([
    ['two weeks', FIRST_CRITERIA, { kind: 'quiet', days: 14, maxPerMonth: null }],
    ['with a rate', { ...FIRST_CRITERIA, maxPerMonth: 2 }, { kind: 'quiet', days: 14, maxPerMonth: 2 }],
    ['a precision in percent', { ...FIRST_CRITERIA, kind: 'precision' as const }, { kind: 'precision', atLeast: 0.8, judged: 10 }],
    ['nothing typed', { ...FIRST_CRITERIA, days: Number.NaN }, null],
  ])('criteria: %s', (_name, form, expected) => { expect(criteriaOf(form)).toEqual(expected) })

  it('is met only when every part is', () => {
    const part = (met: boolean) => ({ key: 'days' as const, have: 1, need: 2, met })
    expect([[], [part(true)], [part(true), part(false)]].map((conditions) => isMet({ conditions }))).toEqual([false, true, false])
  })
  it('shows a firing with as much again to both sides, an hour at least; one that goes on until now', () => {
    expect(courseWindow({ from: 10 * HOUR, to: 14 * HOUR }, 99 * HOUR)).toEqual({ from: 4 * HOUR, to: 20 * HOUR })
    expect(courseWindow({ from: 10 * HOUR, to: 10 * HOUR + 1 }, 99 * HOUR)).toMatchObject({ from: 9 * HOUR })
    expect(courseWindow({ from: 10 * HOUR, to: null }, 12 * HOUR)).toEqual({ from: 7 * HOUR, to: 12 * HOUR })
  })
  it('draws the limit only where the rule judges the readings themselves', () => {
    const above = ruleDefinition.parse({ kind: 'threshold', points: ['p'], direction: 'above', limit: 1, priority: 3 })
    expect([limitSide(above), limitSide({ ...above, direction: 'outside' }), limitSide({ direction: 'above', measure: { kind: 'rate' } }), limitSide(null)]).toEqual(['above', null, null, null])
  })
  it('marks when it fired and when it was over', () => {
    const fired = { id: 'f', pointId: 'p', pointName: 'Tank', assetTag: 'HPU', unit: 'Cel', from: 5, to: 9, limit: 42, pointUnit: 'Cel' }
    const model = courseOf({ fired, points: [[0, 1, 1, 1]], window: { from: 0, to: 20 }, direction: 'above', words: { limit: 'limit', fired: 'fired', over: 'over' } })
    expect(model.marks.map(({ at, label }) => [at, label])).toEqual([[5, 'fired'], [9, 'over']])
    expect(model.limits[0]?.steps).toEqual([{ from: -Infinity, value: 42 }])
  })
})

it('a proposed change is said as the difference between two versions', () => {
  const gated = ruleDefinition.parse({ kind: 'threshold', points: ['p'], direction: 'above', priority: 3, gate: { point: 's', bands: [{ from: 0, to: 50, limit: 1 }] } })
  expect(asDifference({ kind: 'limit', band: 0, from: 1, to: 2 }, gated)).toEqual({ field: 'gate.bands.limit', type: 'quantity', before: 1, after: 2, band: { from: 0, to: 50 }, index: null })
  expect(asDifference({ kind: 'delay', from: 0, to: 60_000 }, null)).toMatchObject({ field: 'forMs', type: 'duration', after: 60_000 })
})

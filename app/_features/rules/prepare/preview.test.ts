import { describe, expect, it } from 'vitest'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { DAY_MS, HOUR_MS } from '#server/core/kernel/time.ts'
import type { SeriesPoint } from '../../../_lib/trend/model.ts'
import { distributionOf, shareBeyond, stepFor, stepped, valuesIn } from './distribution.ts'
import { pictureOf, watchable } from './picture.ts'
import { lengthOf, summaryOf, type Firing, type Preview } from './summary.ts'

const at = (ts: number, value: number): SeriesPoint => [ts, value, value, value]
const firing = (from: number, to: number | null): Firing => ({ from, to, peak: 50, peakAt: from, limit: 42, priority: 3 })
const preview = (change: Partial<Preview> = {}): Preview => ({ pointId: 'p', unit: 'Cel', fromMs: 0, toMs: 30 * DAY_MS, readings: 3, points: [at(0, 1)], judged: null, firingUnit: 'Cel', levels: [], problem: null, gate: null, firings: [], ...change })

describe('summaryOf', () => {
  it('adds up, and counts what goes on until the end', () => {
    const summary = summaryOf(preview({ firings: [firing(DAY_MS, DAY_MS + HOUR_MS), firing(30 * DAY_MS - 3 * HOUR_MS, null)] }))
    expect(summary).toEqual({ times: 2, hours: 4, perMonth: 2, longestMs: 3 * HOUR_MS, firesNow: true })
  })
  it('counts a month over the readings there are', () => {
    expect(summaryOf(preview({ points: [at(20 * DAY_MS, 1)], firings: [firing(21 * DAY_MS, 22 * DAY_MS)] })).perMonth).toBe(3)
  })
  it('says no rate of a few hours', () => { expect(summaryOf(preview({ toMs: 23 * HOUR_MS })).perMonth).toBeNull() })
  it('has nothing to add when it never fired', () => { expect(summaryOf(preview())).toEqual({ times: 0, hours: 0, perMonth: 0, longestMs: null, firesNow: false }) })
  it('knows lengths', () => { expect([lengthOf(firing(1, 5), 9), lengthOf(firing(1, null), 9)]).toEqual([4, 8]) })
})

describe('distribution', () => {
  it('has a middle, and its fullest bin is one', () => {
    const shape = distributionOf([1, 1, 1, 2, 10])
    expect(shape).toMatchObject({ low: 1, high: 10, median: 1 })
    expect(shape?.bins[0]).toBe(1)
    expect(shape?.bins.at(-1)).toBeCloseTo(1 / 3)
  })
  it.each([[[]], [[3]], [[3, 3, 3]]])('%j has no shape', (values) => { expect(distributionOf(values)).toBeNull() })
  it('tells the share beyond a limit', () => {
    expect([shareBeyond([1, 2, 3, 4], 'above', 3), shareBeyond([1, 2, 3, 4], 'below', 3), shareBeyond([], 'above', 3), shareBeyond([1], 'above', Number.NaN)]).toEqual([0.25, 0.5, null, null])
  })
  it('looks only at the time in which the gate stood in the band', () => {
    const gate = { points: [at(0, 50), at(10, 90), at(20, 50)], band: { from: 45, to: 55, limit: 1, clear: null } }
    expect(valuesIn([at(-1, 9), at(5, 1), at(15, 2), at(25, 3)], gate)).toEqual([1, 3])
    expect(valuesIn([at(5, 1)], null)).toEqual([1])
  })
})

describe('steps', () => {
  it.each([[52, 1], [0.18, 0.002], [104, 2], [9.81, 0.1], [0, 0.1], [-40, 0.5]])('%d moves by %d', (value, step) => { expect(stepFor(value)).toBe(step) })
  it('lands on a multiple, without noise', () => { expect([stepped(0.1, 1), stepped(52.4, -1), stepped(0.3, 1)]).toEqual([0.102, 51, 0.305]) })
})

describe('pictureOf', () => {
  const point = { id: 'p', code: 'TS1', name: 'Tank' }
  const words = { limit: 'limit', gateValue: String }
  it('draws the limit, numbers the firings and leaves out the empty stretch before the first reading', () => {
    const definition = ruleDefinition.parse({ kind: 'threshold', points: ['TS1'], direction: 'above', limit: 42, priority: 3 })
    const model = pictureOf({ preview: preview({ points: [at(DAY_MS, 1)], firings: [firing(2 * DAY_MS, null)] }), definition, point, gateName: '', words })
    expect([model.from, model.limits.length, model.limits[0]?.priority]).toEqual([DAY_MS, 1, 3])
    expect(model.marks).toEqual([{ at: 2 * DAY_MS, label: '1' }])
  })
  it('steps the limit by the gate, and shows the gate below', () => {
    const definition = ruleDefinition.parse({ kind: 'threshold', points: ['acc'], direction: 'above', priority: 2, gate: { point: 'speed', bands: [{ from: 0, to: 50, limit: 1 }, { from: 51, to: 100, limit: 2 }] } })
    const gate = { unit: '%', points: [at(0, 20), at(100, 80)] }
    const model = pictureOf({ preview: preview({ gate }), definition, point, gateName: 'Speed reference', words })
    expect(model.limits[0]?.steps.map((step) => step.value)).toEqual([1, 2])
    expect([model.strip?.label, model.strip?.cells.length]).toEqual(['Speed', 2])
  })
  it('does not number what nobody could read', () => {
    const definition = ruleDefinition.parse({ kind: 'threshold', points: ['TS1'], direction: 'above', limit: 42, priority: 3 })
    expect(pictureOf({ preview: preview({ firings: Array.from({ length: 10 }, (_one, index) => firing(index, index + 1)) }), definition, point, gateName: '', words }).marks).toEqual([])
  })
  it('tries a rule only on what it watches', () => {
    expect(watchable([{ code: 'TS1' }, { code: 'TS2' }], { points: ['TS2'] })).toEqual([{ code: 'TS2' }])
  })
})

import { describe, expect, test } from 'vitest'
import { ruleDefinition, type RuleDefinitionInput } from '../condition/definition.ts'
import { previewRule } from '../condition/preview.ts'
import { MINUTE_MS, SECOND_MS } from '../kernel/time.ts'
import { bestOf, gainOf, scoreTrials, type Tried } from './backtest.ts'
import { niceBetween, niceDuration } from './nice.ts'
import { changeKey, possibleChanges, whyUnfit, withChange, type LabelledEpisode, type ProposedChange } from './propose.ts'

const rule = (more: Partial<RuleDefinitionInput> = {}) => ruleDefinition.parse({ kind: 'threshold', points: ['p'], direction: 'above', limit: 42, priority: 3, ...more })
let next = 0
const episode = (label: 'right' | 'false', peak: number, more: Partial<LabelledEpisode> = {}): LabelledEpisode => ({
  id: `e${next++}`, label, peak, heldMs: 10 * MINUTE_MS, gateValue: null, troughBefore: null, ...more,
})
const of = (kind: ProposedChange['kind'], changes: readonly ProposedChange[]): number[] => changes.filter((change) => change.kind === kind).map(({ to }) => to)

test.each([[44.7, 47.9, 46], [44, 45, 44.5], [0.101, 0.137, 0.12], [-60, -50, -55], [99, 1001, 500], [5, 5, 5], [0.1234, 0.1236, 0.1235]])('niceBetween %f and %f is %f', (low, high, nice) => {
  expect(niceBetween(low, high)).toBe(nice)
})

test('niceBetween stays between, whatever is asked', () => {
  for (let low = -50; low < 50; low += 1.37) for (let width = 0.01; width < 90; width *= 1.9) {
    const nice = niceBetween(low, low + width)
    expect(nice).toBeGreaterThanOrEqual(low)
    expect(nice).toBeLessThan(low + width)
  }
})

test.each([[4 * MINUTE_MS, 12 * MINUTE_MS, 10 * MINUTE_MS], [61 * SECOND_MS, 100 * SECOND_MS, null], [0, Infinity, null]])('niceDuration above %i up to %i is %s', (low, high, nice) => {
  if (high !== Infinity) expect(niceDuration(low, high)).toBe(nice)
})

describe('whyUnfit', () => {
  const false3 = [1, 2, 3].map((peak) => episode('false', 42 + peak))
  test.each([
    ['too few verdicts', rule(), [episode('right', 50), episode('false', 43), episode('false', 43)], 'too-few'],
    ['nothing ever confirmed: where a fault lies is not known', rule(), [...false3, episode('false', 43), episode('false', 44)], 'nothing-confirmed'],
    ['one false call of many', rule(), [episode('false', 43), ...[1, 2, 3, 4].map(() => episode('right', 50))], 'few-false'],
    ['a range', rule({ direction: 'outside', limit: null, low: 1, high: 9 }), [...false3, episode('right', 50), episode('right', 50)], 'other-kind'],
    ['enough', rule(), [...false3, episode('right', 50), episode('right', 51)], null],
  ])('%s', (_name, definition, episodes, expected) => {
    expect(whyUnfit(definition, episodes)).toBe(expected)
  })
})

describe('possibleChanges', () => {
  const rights = [episode('right', 50), episode('right', 53, { heldMs: 30 * MINUTE_MS })]
  test('moves the limit past false peaks, never to a right one', () => {
    const limits = of('limit', possibleChanges(rule(), [...rights, episode('false', 43), episode('false', 44), episode('false', 51)]))
    expect(limits).toEqual([43.5, 48])
  })
  test('for "below" it is the same, turned round', () => {
    const episodes = [episode('right', 40), episode('right', 38), episode('false', 58), episode('false', 56), episode('false', 59)]
    expect(of('limit', possibleChanges(rule({ direction: 'below', limit: 60 }), episodes))).toEqual([58.5, 57, 50])
  })
  test('moves only the band in which the false calls were', () => {
    const gated = rule({ limit: null, gate: { point: 'speed', bands: [{ from: 0, to: 50, limit: 10 }, { from: 60, to: 100, limit: 20 }] } })
    const at = (label: 'right' | 'false', peak: number, gateValue: number) => episode(label, peak, { gateValue })
    const changes = possibleChanges(gated, [at('right', 30, 20), at('false', 12, 20), at('false', 14, 30), at('right', 21, 80), at('right', 40, 80)])
    expect(changes.filter(({ kind }) => kind === 'limit')).toEqual([{ kind: 'limit', band: 0, from: 10, to: 13 }, { kind: 'limit', band: 0, from: 10, to: 20 }])
    expect(withChange(gated, { kind: 'limit', band: 0, from: 10, to: 20 }).gate?.bands.map(({ limit }) => limit)).toEqual([20, 20])
  })
  test('waits longer than false calls held, as people set a length of time', () => {
    const held = (label: 'right' | 'false', minutes: number) => episode(label, 60, { heldMs: minutes * MINUTE_MS })
    const delays = of('delay', possibleChanges(rule({ forMs: MINUTE_MS }), [held('right', 40), held('right', 90), held('false', 2), held('false', 7), held('false', 60)]))
    expect(delays).toEqual([5 * MINUTE_MS, 20 * MINUTE_MS])
  })
  test('lets it end further on the safe side where false calls came back soon', () => {
    const back = (trough: number) => episode('false', 60, { troughBefore: trough })
    const clears = of('clear', possibleChanges(rule(), [...rights, back(41.8), back(41), back(30)]))
    expect(clears[0]).toBeLessThan(41.8)
    expect(clears[0]).toBeGreaterThanOrEqual(41)
    expect(clears.at(-1)).toBeLessThan(30)
    expect(clears.every((clear) => ruleDefinition.safeParse(withChange(rule(), { kind: 'clear', band: null, from: 42, to: clear })).success)).toBe(true)
  })
  test('tries at most four of a kind, the furthest among them, and names each once', () => {
    const many = Array.from({ length: 30 }, (_, i) => episode('false', 42.1 + i / 10))
    const limits = of('limit', possibleChanges(rule(), [...rights, ...many]))
    expect(limits).toHaveLength(4)
    expect(Math.max(...limits)).toBeGreaterThanOrEqual(45)
    const keys = possibleChanges(rule(), [...rights, ...many]).map(changeKey)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('scoreTrials', () => {
  const trial = {
    episodes: [{ id: 'f1', label: 'false', from: 0, to: 5 }, { id: 'f2', label: 'false', from: 8, to: 9 }, { id: 'r1', label: 'right', from: 20, to: 30 }, { id: 'r2', label: 'right', from: 50, to: 60 }] as const,
    firings: [{ from: 1, to: 8 }, { from: 25, to: 29 }, { from: 90, to: null }],
  }
  test('counts what is found, lost, avoided and unknown', () => {
    expect(scoreTrials([trial], 3_600_090)).toMatchObject({ right: 1, lost: ['r2'], avoided: ['f2'], falseCalls: 1, unjudged: 1, firings: 3 })
    expect(scoreTrials([trial], 3_600_090).hours).toBeCloseTo(1, 4)
  })
  test('of nothing is nothing', () => { expect(scoreTrials([], 0)).toEqual({ right: 0, lost: [], avoided: [], falseCalls: 0, unjudged: 0, firings: 0, hours: 0 }) })
})

describe('bestOf', () => {
  const score = (avoided: string[], lost: string[] = [], unjudged = 0) => ({ right: 1, lost, avoided, falseCalls: 0, unjudged, firings: 3, hours: 1 })
  const tried = (kind: 'limit' | 'clear', to: number, after: ReturnType<typeof score>): Tried => ({ change: { kind, band: null, from: 42, to }, before: score([]), after })
  test('takes the one that avoids the most of each kind, of equals the smallest, and none that loses a right one or fires elsewhere', () => {
    const best = bestOf([
      tried('limit', 44, score(['a'])), tried('limit', 46, score(['a', 'b'])), tried('limit', 45, score(['a', 'b'])), tried('limit', 49, score(['a', 'b', 'c'], ['r'])),
      tried('clear', 40, score(['a'])), tried('clear', 30, score(['a', 'b', 'c', 'd'], [], 2)),
    ])
    expect(best.map(({ change }) => changeKey(change))).toEqual(['limit:45', 'clear:40'])
    expect(best.map(gainOf)).toEqual([2, 1])
  })
  test('is empty where nothing helps', () => { expect(bestOf([tried('limit', 44, score([]))])).toEqual([]) })
})

test('over recorded readings the proposed limit avoids the false calls and keeps the right one, as the engine judges', () => {
  // Two short bumps to 45 that were false, and a real fault that went to 60.
  const values = Array.from({ length: 400 }, (_, i) => (i >= 40 && i < 60) || (i >= 120 && i < 150) ? 45 : i >= 250 && i < 330 ? 60 : 30)
  const series = { t: values.map((_, i) => i * MINUTE_MS), value: values }
  const definition = rule({ limit: 42, forMs: 5 * MINUTE_MS })
  const fires = (wording: typeof definition) => previewRule(wording, series, null, { stalenessMs: 10 * MINUTE_MS, gateStalenessMs: 0 })
  const recorded = fires(definition).map((firing, index) => ({ id: String(index), label: firing.peak > 50 ? 'right' as const : 'false' as const, from: firing.from, to: firing.to, peak: firing.peak }))
  // The same three weeks twice make enough verdicts.
  const episodes = [...recorded, ...recorded].map(({ id, label, from, to, peak }) => episode(label, peak, { id, heldMs: (to ?? 0) - from + definition.forMs }))
  const score = (wording: typeof definition) => scoreTrials([{ episodes: recorded, firings: fires(wording) }], 400 * MINUTE_MS)
  const best = bestOf(possibleChanges(definition, episodes).map((change) => ({ change, before: score(definition), after: score(withChange(definition, change)) })))
  expect(best[0]).toMatchObject({ change: { kind: 'limit' }, before: { right: 1, falseCalls: 2 }, after: { right: 1, falseCalls: 0, lost: [] } })
  expect(best.map(({ change }) => change.kind)).toEqual(expect.arrayContaining(['limit', 'delay']))
  expect(best.every(({ after }) => after.right === 1)).toBe(true)
})

import { describe, expect, it } from 'vitest'
import { definitionOf } from '../condition/fixtures.ts'
import type { RuleDefinitionInput } from '../condition/definition.ts'
import { ruleTestFile } from './format.ts'
import { durationMs, seriesOf } from './notation.ts'
import { runRuleTest } from './run.ts'

describe('a length of time', () => {
  it.each([['30s', 30_000], ['5m', 300_000], ['1h30m', 5_400_000], ['2d', 172_800_000], ['1.5h', 5_400_000], ['250ms', 250], ['0', 0]])('%s is %d ms', (text, ms) => {
    expect(durationMs(text)).toBe(ms)
  })
  it.each(['', '5', 'm', '5 m', '-5m', '5x'])('"%s" is none', (text) => { expect(durationMs(text)).toBeNull() })
})

describe('a series', () => {
  it.each([
    ['5', [5]], ['1 2 3', [1, 2, 3]], ['5x3', [5, 5, 5, 5]], ['5+2x3', [5, 7, 9, 11]], ['5-0.5x2', [5, 4.5, 4]], ['_', [null]], ['_x3', [null, null, null]],
    ['1 _x2 -3', [1, null, null, -3]], ['1e3', [1000]], ['', []], ['-5+1x1', [-5, -4]],
  ])('%s', (text, values) => { expect(seriesOf(text)).toEqual({ ok: true, value: values }) })
  it.each([['five', 'no value'], ['5x', 'no value'], ['_+1x3', 'cannot rise'], ['1x999999', 'more than']])('%s is refused', (text, words) => {
    const result = seriesOf(text)
    expect(result.ok ? '' : result.error).toContain(words)
  })
})

const judge = (rule: Partial<RuleDefinitionInput>, test: object) => {
  const [parsed] = ruleTestFile.parse({ tests: [{ name: 'test', ...test }] }).tests
  if (parsed === undefined) throw new Error('one test')
  return runRuleTest(definitionOf(rule), parsed).failures
}

describe('a test of a rule', () => {
  const warm: Partial<RuleDefinitionInput> = { limit: 42, clear: 40, forMs: 600_000, failureMode: 'OHE', priority: 3, ladder: [{ limit: 52, priority: 2 }] }
  const series = { p: '36x9 45x29 55x9 36x9' }

  it('passes where everything is as expected', () => {
    expect(judge(warm, { series, expect: [
      { at: '9m', states: { p: 'normal' }, tickets: [], episodes: 0 },
      { at: '15m', states: { p: 'pending' } },
      { at: '25m', states: { p: 'firing', 'p level 1': 'normal' }, tickets: [{ for: 'OHE', priority: 3 }], episodes: 1 },
      { at: '45m', states: { 'p level 1': 'pending' } },
      { at: '55m', states: { p: 'normal' }, tickets: [{ for: 'OHE' }], episodes: 1 },
    ] })).toEqual([])
  })

  it.each([
    ['another state', { at: '25m', states: { p: 'normal' } }, 'p is firing, expected normal'],
    ['a ticket that is not there', { at: '5m', tickets: [{ for: 'OHE' }] }, 'no open order for OHE'],
    ['another priority', { at: '25m', tickets: [{ for: 'OHE', priority: 1 }] }, 'no open order for OHE of priority 1 (there is OHE of priority 3)'],
    ['a ticket too many', { at: '25m', tickets: [] }, 'an order for OHE of priority 3, which was not expected'],
    ['another number of episodes', { at: '25m', episodes: 2 }, '1 episodes have opened, expected 2'],
    ['a point it does not watch', { at: '25m', states: { q: 'normal' } }, 'nothing at "q"'],
    ['a level it does not have', { at: '25m', states: { 'p level 4': 'normal' } }, 'nothing at "p level 4"'],
  ])('fails for %s', (_name, expected, words) => {
    expect(judge(warm, { series, expect: [expected] })).toEqual([expect.stringContaining(words)])
  })

  it('gates, expressions and the machine\'s own facts work as live', () => {
    expect(judge({ gate: { point: 'speed', bands: [{ from: 50, to: 100, limit: 1 }] } }, {
      series: { p: '2x5', speed: '20x2 80x2' }, expect: [{ at: '2m', states: { p: 'normal' } }, { at: '4m', states: { p: 'firing' } }],
    })).toEqual([])
    expect(judge({ measure: { kind: 'expression', text: 'p > 1 and q < 5' } }, { series: { p: '2x5', q: '9 9 3x3' }, expect: [{ at: '1m', states: { p: 'normal' } }, { at: '3m', states: { p: 'firing' } }] })).toEqual([])
    expect(judge({ measure: { kind: 'iso-zone' } }, {
      machine: { power: 90, speed: 1480, support: 'rigid', machineType: 'general' }, points: { p: { unit: 'mm/s', band: [10, 1000], sampleRate: 5120 } },
      series: { p: '2.5 2.9' }, expect: [{ at: '0', states: { p: 'normal' } }, { at: '1m', states: { p: 'firing' } }],
    })).toEqual([])
  })

  it('a live clock lets time pass without readings, a replaying one does not', () => {
    const rule: Partial<RuleDefinitionInput> = { limit: 5, noData: { policy: 'alert', afterMs: 120_000 } }
    const test = { points: { p: { staleness: '2m' } }, series: { p: '1x2' }, expect: [{ at: '30m', states: { p: 'no-data' }, tickets: [{ for: 'no data' }] }] }
    expect(judge(rule, { ...test, clock: 'live' })).toEqual([])
  })

  it('is refused with words where it cannot be read', () => {
    const result = ruleTestFile.safeParse({ tests: [{ name: 'x', series: { p: 'five' }, expect: [{ at: '5 minutes' }] }] })
    expect(result.error?.issues.map((issue) => issue.message)).toEqual(expect.arrayContaining([expect.stringContaining('"five" is no value'), expect.stringContaining('"5 minutes" is no length of time')]))
  })
})

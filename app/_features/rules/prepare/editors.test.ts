import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { EXPRESSION_FAULTS } from '#server/core/condition/expression/tokens.ts'
import { messages as de } from '../../../_lib/messages/de/index.ts'
import { messages as en } from '../../../_lib/messages/en/index.ts'
import { newDefinition, withDirection, withGate, withoutGate } from './change.ts'
import { readExpression } from './expression.ts'
import { addLevel, canAddLevel, prioritiesFor, removeLevel, withLevel } from './ladder.ts'
import { withKind, withMeasure } from './measure.ts'
import { refusedBy } from './refused.ts'
import type { Definition } from './rule.ts'
import { addStretch, clockOf, isPastMidnight, removeStretch, withSchedule, withStretch } from './schedule.ts'
import { problemsOf, wordsOf } from './words.ts'

const hot: Definition = newDefinition(['TS1'], 'above', 42)
const levels = withLevel(addLevel(withLevel(addLevel(hot), 0, { limit: 52 })), 1, { limit: 60, clear: 58 })

describe('further levels', () => {
  it('are each one step more urgent, and ask for their limit', () => {
    expect(levels.ladder.map(({ limit, priority }) => [limit, priority])).toEqual([[52, 2], [60, 1]])
    expect(problemsOf(levels)).toEqual([])
    expect(problemsOf(addLevel(hot)).map(({ word, path }) => [word, path.join('.')])).toEqual([['ladder', 'ladder.0.limit']])
  })
  it('end where nothing is more urgent', () => {
    expect([canAddLevel(hot), canAddLevel(levels), canAddLevel({ ...hot, priority: 1 })]).toEqual([true, false, false])
    expect([prioritiesFor(hot, 0), prioritiesFor(levels, 1)]).toEqual([[1, 2], [1]])
  })
  it('go one by one', () => { expect(removeLevel(levels, 0).ladder.map(({ limit }) => limit)).toEqual([60]) })
  it('become factors under bands and limits again without them', () => {
    const gated = withGate(levels, 'TS2')
    expect(gated.ladder.map(({ limit, clear }) => [limit, clear])).toEqual([[null, null], [null, null]])
    expect(gated.ladder.map(({ factor }) => factor?.toFixed(3))).toEqual(['1.238', '1.429'])
    expect(withoutGate(gated).ladder.map(({ limit, factor }) => [Math.round(limit ?? 0), factor])).toEqual([[52, null], [60, null]])
  })
  it('go where a rule has two limits', () => { expect(withDirection(levels, 'outside').ladder).toEqual([]) })
  it('complain at the field that is wrong', () => {
    const wrong = withLevel(withLevel(levels, 0, { limit: 40, priority: 3 }), 1, { clear: 70 })
    expect(problemsOf(wrong).map(({ path, key, bound }) => [path.join('.'), key, bound])).toEqual([
      ['ladder.0.limit', 'ladderOrder', 42], ['ladder.0.priority', 'ladderPriority', 3], ['ladder.1.clear', 'clearTooHigh', 60],
    ])
  })
})

describe('a schedule', () => {
  const timed = withSchedule(hot, true)
  it('begins with a working week, and can be given up', () => {
    expect(timed.schedule).toEqual([{ days: [1, 2, 3, 4, 5], from: '06:00', to: '22:00' }])
    expect(withSchedule(timed, false).schedule).toBeNull()
    expect(problemsOf(timed)).toEqual([])
  })
  it('has stretches, at least one, with days in the order of the week', () => {
    const two = withStretch(addStretch(timed), 1, { days: [7, 1] })
    expect(two.schedule?.[1]?.days).toEqual([1, 7])
    expect(removeStretch(removeStretch(two, 0), 0).schedule).toHaveLength(1)
  })
  it.each([['22:00', '06:00', true], ['00:00', '00:00', true], ['06:00', '22:00', false], ['22:00', '', false], ['2', '06:00', false]])('from %s to %s goes past midnight: %s', (from, to, past) => {
    expect(isPastMidnight({ from, to })).toBe(past)
  })
  it.each([['6', '06:00'], ['630', '06:30'], ['6.30', '06:30'], ['22:00', '22:00'], ['24:00', '24:00'], ['7:75', '7:75'], ['noon', 'noon'], ['', '']])('%j is taken as %s', (typed, clock) => {
    expect(clockOf(typed)).toBe(clock)
  })
  it('complains at the stretch that is wrong', () => {
    expect(problemsOf(withStretch(timed, 0, { days: [], to: '24:00' })).map(({ word, path, key }) => [word, path.join('.'), key])).toEqual([
      ['schedule', 'schedule.0.days', 'too_small'], ['schedule', 'schedule.0.to', 'invalid_format'],
    ])
  })
})

describe('an expression', () => {
  const rule = withKind(hot, 'expression')
  const told = (text: string) => problemsOf(withMeasure(rule, { kind: 'expression', text })).find(({ path }) => path.join('.') === 'measure.text')
  it('says where it is wrong, and what', () => {
    expect(told('TS1 > 5 and')).toMatchObject({ word: 'measure', key: 'expression.endsEarly', params: { place: 12 } })
    expect(told('TS1 + foo(2)')).toMatchObject({ key: 'expression.noFunction', params: { text: 'foo', place: 7 } })
    expect(told(' ')).toMatchObject({ key: 'expression.empty' })
    expect(told('TS1 - TS2')).toBeUndefined()
  })
  it('says what it gives, and which points it cannot name', () => {
    expect(readExpression('TS1 > 5 or [TS-9] > 2', [{ code: 'TS1' }])).toEqual({ gives: 'truth', unknown: ['TS-9'] })
    expect(readExpression('TS1 +', [{ code: 'TS1' }])).toEqual({ gives: null, unknown: [] })
  })
  it('has words for every fault in both languages', () => {
    for (const { rules } of [en, de]) expect(Object.keys(rules.problem.expression).toSorted()).toEqual(['empty', ...EXPRESSION_FAULTS].toSorted())
  })
})

it('a rule about silence has only the words that have an effect on it', () => {
  const silent = withKind({ ...withSchedule(levels, true), hold: { kind: 'samples', n: 2, of: 3 }, forMs: 0, warmupMs: 1000 }, 'silence')
  expect(wordsOf(silent)).toEqual(['points', 'priority', 'noData', 'measure'])
  expect(silent).toMatchObject({ schedule: null, hold: null, warmupMs: 0, ladder: [], noData: { policy: 'alert' } })
  expect(problemsOf(silent)).toEqual([])
})

it('every word of a sentence is named in both languages', () => {
  for (const kind of ['value', 'deviation', 'iso-zone', 'silence'] as const) {
    for (const { rules } of [en, de]) for (const word of wordsOf(withKind(hot, kind))) expect(rules.word[word]).toBeTruthy()
  }
})

describe('what the server does not take', () => {
  it('is told at its fields', () => {
    const issues = [{ path: 'ladder.0.limit', message: 'Worse.', key: 'ladderOrder', bound: 42 }]
    const error = TRPCClientError.from({ error: { message: 'Worse.', code: -32_600, data: { issues } } })
    expect(refusedBy(error, hot)).toMatchObject({ message: 'Worse.', problems: [{ word: 'ladder', path: ['ladder', 0, 'limit'], key: 'ladderOrder', bound: 42 }] })
  })
  it('is told in its own words where it names none', () => { expect(refusedBy(new Error('Nobody answers.'), hot)).toMatchObject({ message: 'Nobody answers.', problems: [] }) })
})

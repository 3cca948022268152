import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { messages as de } from '../../../_lib/messages/de/index.ts'
import { messages as en } from '../../../_lib/messages/en/index.ts'
import { newDefinition } from './change.ts'
import { KINDS, nearestLimit, withKind, withMeasure, withReading } from './measure.ts'
import { problemsOf } from './words.ts'

const value = { ...newDefinition(['temp'], 'above', 80), failureMode: 'OHE', clear: 75 }

describe('withKind', () => {
  it.each(KINDS)('%s begins with what fits, or asks for what only a person knows', (kind) => {
    const fields = problemsOf(withKind(value, kind)).map(({ path }) => path.join('.'))
    expect(fields).toEqual(kind === 'rate' || kind === 'noise' ? ['limit'] : kind === 'expression' ? ['measure.text', 'limit'].filter((field) => fields.includes(field)) : [])
  })
  it('takes the limits of the old kind away, and the failure mode from a rule about a sensor', () => {
    expect(withKind(value, 'stuck')).toMatchObject({ limit: 3600, clear: null, failureMode: null })
    expect(withKind(value, 'deviation')).toMatchObject({ limit: 4, clear: null, failureMode: 'OHE' })
    expect(withKind(value, 'silence').noData.policy).toBe('alert')
  })
  it('leaves what is already so', () => { expect(withKind(value, 'value')).toBe(value) })
})

it('an expression that becomes a comparison needs no limit, and one of numbers needs one', () => {
  const compared = withMeasure(withKind(value, 'expression'), { kind: 'expression', text: 'temp > 80' })
  expect([compared.limit, problemsOf(compared)]).toEqual([null, []])
  expect(withMeasure(compared, { kind: 'expression', text: 'temp - 3' }).limit).toBeNaN()
})

it('the nearest limit is the one that a slow fault meets first', () => {
  const deviation = withKind(value, 'deviation')
  const given = [deviation, { ...deviation, limit: null, low: -6, high: 8 }, { ...deviation, limit: null }, { ...deviation, limit: Number.NaN }]
  expect(given.map(nearestLimit)).toEqual([4, 6, Infinity, Infinity])
})

it.each([['', 'temp', 'temp'], ['temp >', 'TS-1', 'temp > [TS-1]']])('%j and %s make %s', (text, code, expected) => { expect(withReading(text, code)).toBe(expected) })

describe('the sentence with words to choose', () => {
  const fail = (error: Error): never => { throw error }
  const english = createTranslator({ locale: 'en', messages: en, namespace: 'rules.sentence', onError: fail })
  const german = createTranslator({ locale: 'de', messages: de, namespace: 'rules.sentence', onError: fail })
  const tag = (chunks: string): string => `[${chunks}]`
  const tags = { points: tag, direction: tag, limit: tag, range: tag, gate: tag, forTime: tag, priority: tag, mode: tag }
  const filled = { ...tags, scope: 'every fan', pointNames: 'WHAT', limitText: '5', duration: 'HELD', level: 'high', named: 'no', modeName: '' }
  it.each(['above', 'below', 'outside', 'aboveByGate', 'belowByGate', 'decided', 'silent'] as const)('%s is whole in both languages, however it is held', (key) => {
    for (const t of [english, german]) {
      for (const held of ['no', 'yes', 'count']) expect(t.markup(key, { ...filled, held })).toMatch(/\[WHAT\].*\[high\]/)
    }
  })
  it('says how often a limit must be broken in its own words', () => {
    expect(english.markup('above', { ...filled, held: 'count', duration: 'in 3 of the last 5 readings' })).toContain('[5] [in 3 of the last 5 readings],')
  })
})

it('every kind of rule has its name, its question and an example in both languages', () => {
  for (const { rules } of [en, de]) {
    expect(Object.keys(rules.measure.name).toSorted()).toEqual(KINDS.toSorted())
    expect(Object.keys(rules.measure.notice).toSorted()).toEqual(KINDS.toSorted())
  }
})

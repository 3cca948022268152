import { describe, expect, it } from 'vitest'
import { newDefinition } from './change.ts'
import { KINDS, withKind, withMeasure, withReading } from './measure.ts'
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

it.each([['', 'temp', 'temp'], ['temp >', 'TS-1', 'temp > [TS-1]']])('%j and %s make %s', (text, code, expected) => { expect(withReading(text, code)).toBe(expected) })

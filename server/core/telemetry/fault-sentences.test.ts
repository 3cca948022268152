import { describe, expect, test } from 'vitest'
import { checkReading, parseReading } from './reading.ts'
import { faultMessage, faultSentence, FAULT_SENTENCES } from './fault-sentences.ts'
import { conversion } from './units.ts'

const point = { rangeLow: -20, rangeHigh: null, unit: 'Cel' }
const detailOf = (found: { ok: true } | { ok: false; error: { detail: string } }): string => (found.ok ? '' : found.error.detail)

describe('faultMessage', () => {
  test.each([
    ['a value out of range', checkReading({ t: 0, value: -40 }, point, 0)?.detail, { key: 'fault.range', params: { value: '-40', unit: 'Cel', low: '-20', high: '∞', unit2: 'Cel' } }],
    ['a clock that runs ahead', checkReading({ t: 3_600_000, value: 1 }, point, 0)?.detail, { key: 'fault.skew', params: { ahead: '3600', most: '300' } }],
    ['no object', detailOf(parseReading(7)), { key: 'fault.not-object', params: {} }],
    ['an unknown unit', detailOf(conversion('parsec', 'Cel')), { key: 'fault.unknown-unit', params: { unit: 'parsec' } }],
    ['another dimension, in a vendor’s spelling', detailOf(conversion('rpm', 'Cel')), { key: 'fault.other-dimension', params: { from: 'rpm = /min', fromKind: 'frequency', to: 'Cel', toKind: 'temperature' } }],
    ['a point that nobody knows', faultSentence('unknown-point', { point: 'A "quoted" key.' }), { key: 'fault.unknown-point', params: { point: 'A "quoted" key.' } }],
    ['the words of a connector', 'The payload is not JSON.', null],
  ])('knows %s', (_name, detail, expected) => {
    expect(faultMessage(detail ?? '')).toEqual(expected)
  })
  test('tells every sentence apart from the others', () => {
    for (const key of Object.keys(FAULT_SENTENCES) as (keyof typeof FAULT_SENTENCES)[]) expect(faultMessage(FAULT_SENTENCES[key])?.key).toBe(`fault.${key}`)
  })
})

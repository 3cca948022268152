import { describe, expect, it } from 'vitest'
import { ruleDefinition, type RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { formOf, overrideOf, problemAt, problemsOf } from './form.ts'
import { holding } from './holding.ts'

const rule = (input: Partial<RuleDefinitionInput> = {}) => ruleDefinition.parse({ kind: 'threshold', points: ['temp'], direction: 'above', priority: 3, ...input })
const SINGLE = rule({ limit: 60, clear: 55 })
const RANGE = rule({ direction: 'outside', low: 10, high: 90 })
const BANDS = rule({ gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 0.1 }, { from: 60, to: 75, limit: 0.2 }] } })
const NOTHING = { limit: null, clear: null, low: null, high: null, bands: null }

describe('the fields of a machine\'s own limits', () => {
  it.each([
    ['one limit', SINGLE, { ...NOTHING, limit: 60, clear: 55 }], ['two limits', RANGE, { ...NOTHING, low: 10, high: 90 }],
    ['bands', BANDS, { ...NOTHING, bands: [{ limit: 0.1, clear: null }, { limit: 0.2, clear: null }] }],
  ])('begin with what the rule has: %s', (_name, definition, own) => {
    expect(overrideOf(definition, formOf(definition, null))).toEqual(own)
    expect(problemsOf(definition, formOf(definition, null)).map((one) => one.key)).toEqual(['same'])
  })

  it('begin with what the machine has of its own', () => {
    expect(formOf(SINGLE, { ...NOTHING, limit: 70 })).toMatchObject({ limit: 70, clear: Number.NaN })
  })

  it.each([
    ['an empty limit', SINGLE, { limit: Number.NaN }, 'missing', ['limit']],
    ['a clear limit beyond it', SINGLE, { limit: 50, clear: 55 }, 'clearTooHigh', ['clear']],
    ['limits the wrong way round', RANGE, { low: 95 }, 'highBelowLow', ['high']],
    ['a band without a limit', BANDS, { bands: [{ limit: 1, clear: Number.NaN }, { limit: Number.NaN, clear: Number.NaN }] }, 'bands', ['bands']],
  ])('say what is wrong: %s', (_name, definition, change, key, path) => {
    expect(problemAt(problemsOf(definition, { ...formOf(definition, null), ...change }), ...path)?.key).toBe(key)
  })
})

describe('holding', () => {
  it.each([
    ['the rule\'s', null, 60], ['the machine\'s own', { limits: { ...NOTHING, limit: 70 }, fits: true }, 70], ['the rule\'s where its own fit no more', { limits: { ...NOTHING, limit: 70 }, fits: false }, 60],
  ])('%s', (_name, own, limit) => { expect(holding(SINGLE, own).limit).toBe(limit) })
})

import { describe, expect, it } from 'vitest'
import { ruleDefinition, type RuleDefinitionInput } from '../condition/definition.ts'
import { limitsOf, nearestLimit } from './point-limit.ts'

const rule = (input: Partial<RuleDefinitionInput>) => ruleDefinition.parse({ kind: 'threshold', points: ['p'], direction: 'above', priority: 3, ...input })
const GATED = rule({ gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 0.1 }, { from: 60, to: 75, limit: 0.18 }] } })

describe('limitsOf', () => {
  it.each([
    ['a plain limit', rule({ limit: 42 }), null, [{ value: 42, direction: 'above' }]],
    ['a lower limit', rule({ direction: 'below', limit: 60 }), null, [{ value: 60, direction: 'below' }]],
    ['two limits', rule({ direction: 'outside', low: 1, high: 9 }), null, [{ value: 9, direction: 'above' }, { value: 1, direction: 'below' }]],
    ['the band of the gate', GATED, 60, [{ value: 0.18, direction: 'above' }]],
    ['between the bands', GATED, 57, []],
    ['an unknown gate', GATED, null, []],
  ])('%s', (_, definition, gate, expected) => expect(limitsOf(definition, gate)).toEqual(expected))
})

describe('nearestLimit', () => {
  const [low, high, higher] = [{ value: 10, direction: 'below' }, { value: 42, direction: 'above' }, { value: 52, direction: 'above' }] as const
  it.each([
    ['below both upper ones', [high, higher], 36, high], ['past the first', [high, higher], 51, higher],
    ['near the lower one', [low, high], 12, low], ['without a value', [low, high], null, low], ['without limits', [], 5, null],
  ])('%s', (_, limits, value, expected) => expect(nearestLimit(limits, value)).toEqual(expected))
})

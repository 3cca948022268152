import { describe, expect, test } from 'vitest'
import { ruleDefinition, type RuleDefinitionInput } from '../condition/definition.ts'
import { diffDefinitions } from './diff.ts'

const rule = (more: Partial<RuleDefinitionInput> = {}) => ruleDefinition.parse({ kind: 'threshold', points: ['TS1'], direction: 'above', limit: 42, clear: 40, forMs: 600_000, priority: 3, ...more })
const banded = (...bands: NonNullable<RuleDefinitionInput['gate']>['bands']) => rule({ limit: null, clear: null, gate: { point: 'speed', bands } })
const said = (before: unknown, after: unknown) =>
  diffDefinitions(before, after).map(({ field, type, before: a, after: b, band }) => [`${field}${band === null ? '' : ` ${band.from}-${band.to}`}`, type, a, b])

describe('diffDefinitions', () => {
  test.each<[string, unknown, unknown, unknown[][]]>([
    ['the same', rule(), rule(), []],
    ['a limit', rule(), rule({ limit: 45 }), [['limit', 'quantity', 42, 45]]],
    ['a clear limit that is given up', rule(), rule({ clear: null }), [['clear', 'quantity', 40, null]]],
    ['a delay, in ms', rule(), rule({ forMs: 900_000 }), [['forMs', 'duration', 600_000, 900_000]]],
    ['points', rule(), rule({ points: ['TS1', 'TS2'] }), [['points', 'points', ['TS1'], ['TS1', 'TS2']]]],
    ['priority and failure mode', rule(), rule({ priority: 2, failureMode: 'OHE' }), [['priority', 'priority', 3, 2], ['failureMode', 'mode', null, 'OHE']]],
    ['silence', rule(), rule({ noData: { policy: 'alert', afterMs: 60_000 } }), [['noData.policy', 'choice', 'keep', 'alert'], ['noData.afterMs', 'duration', null, 60_000]]],
    ['the limit of one band', banded({ from: 0, to: 50, limit: 1 }, { from: 50, to: 90, limit: 2 }), banded({ from: 0, to: 50, limit: 1 }, { from: 50, to: 90, limit: 2.5 }),
      [['gate.bands.limit 50-90', 'quantity', 2, 2.5]]],
    ['a band whose range moves', banded({ from: 0, to: 50, limit: 1 }), banded({ from: 0, to: 55, limit: 1 }), [['gate.bands.to 0-50', 'gateQuantity', 50, 55]]],
    ['a band that comes first leaves the others alone', banded({ from: 50, to: 90, limit: 2 }), banded({ from: 0, to: 50, limit: 1 }, { from: 50, to: 90, limit: 2 }),
      [['gate.bands 0-50', 'band', null, { from: 0, to: 50, limit: 1, clear: null }]]],
    ['a band that goes', banded({ from: 0, to: 50, limit: 1 }, { from: 50, to: 90, limit: 2 }), banded({ from: 0, to: 50, limit: 1 }),
      [['gate.bands 50-90', 'band', { from: 50, to: 90, limit: 2, clear: null }, null]]],
    ['a gate that comes, by its parts', rule({ clear: null }), banded({ from: 0, to: 50, limit: 1 }),
      [['limit', 'quantity', 42, null], ['gate.point', 'point', null, 'speed'], ['gate.bands 0-50', 'band', null, { from: 0, to: 50, limit: 1, clear: null }]]],
  ])('%s', (_name, before, after, expected) => {
    expect(said(before, after)).toEqual(expected)
  })

  test('back again says the opposite', () => {
    const [a, b] = [rule(), banded({ from: 0, to: 50, limit: 1 })]
    const there = diffDefinitions(a, b).map(({ field, before, after }) => [field, before, after])
    const back = diffDefinitions(b, a).map(({ field, before, after }) => [field, after, before])
    expect(back).toEqual(there)
  })

  test('levels of severity stand beside each other in their order', () => {
    const [a, b] = [rule({ ladder: [{ limit: 50, priority: 2 }] }), rule({ ladder: [{ limit: 52, priority: 2 }, { limit: 60, priority: 1 }] })]
    expect(diffDefinitions(a, b).map(({ field, index, type, before, after }) => [field, index, type, before, (after as { limit?: number } | null)?.limit ?? after])).toEqual([
      ['ladder.limit', 0, 'quantity', 50, 52], ['ladder', 1, 'plain', null, 60],
    ])
  })

  test('a wording from before an edition added fields is the same as with their defaults', () => {
    const old = { kind: 'threshold', points: ['TS1'], direction: 'above', limit: 42, priority: 3 }
    expect(diffDefinitions(old, ruleDefinition.parse(old))).toEqual([])
    expect(said(old, ruleDefinition.parse({ ...old, limit: 43 }))).toEqual([['limit', 'quantity', 42, 43]])
  })

  test('a field that an edition adds with null is no change', () => {
    expect(diffDefinitions({ kind: 'threshold', limit: 1 }, { kind: 'threshold', limit: 1, schedule: null })).toEqual([])
  })
})

describe('a kind that is not known here', () => {
  const trend = { kind: 'rate', points: ['TS1'], perHour: 3, windowMs: 3_600_000, when: { all: [{ point: 'speed', above: 40 }] }, priority: 2 }
  test('is compared field by field', () => {
    expect(said(trend, { ...trend, perHour: 4, windowMs: 7_200_000, when: { all: [] } })).toEqual([
      ['perHour', 'plain', 3, 4], ['windowMs', 'duration', 3_600_000, 7_200_000], ['when.all', 'plain', { point: 'speed', above: 40 }, null],
    ])
  })
  test('against another kind says the kind and what is on one side only', () => {
    expect(said({ kind: 'threshold', limit: 3 }, { kind: 'rate', perHour: 4 })).toEqual([['kind', 'plain', 'threshold', 'rate'], ['limit', 'quantity', 3, null], ['perHour', 'plain', null, 4]])
  })
  test('even what is no object is told', () => { expect(said(null, 'x')).toEqual([['', 'plain', null, 'x']]) })
})

import { describe, expect, it } from 'vitest'
import { compileLevels, UNKNOWN_ASSET } from './compile.ts'
import { ruleDefinition, type RuleDefinitionInput } from './definition.ts'
import { checkOwnLimits, isTemplate, limitKindOf } from './own-limits.ts'
import { limitOverrideSchema, overridden } from './override.ts'

const rule = (input: Partial<RuleDefinitionInput> = {}) => ruleDefinition.parse({ kind: 'threshold', points: ['temp'], direction: 'above', priority: 3, ...input })
const own = (limits: object) => limitOverrideSchema.parse(limits)

const SINGLE = rule({ limit: 60, clear: 55, ladder: [{ limit: 80, clear: 75, priority: 2 }] })
const RANGE = rule({ direction: 'outside', low: 10, high: 90 })
const BANDS = rule({ gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 0.1 }, { from: 60, to: 75, limit: 0.2 }] } })
const ZONE = rule({ measure: { kind: 'iso-zone' } })
const COMPARISON = rule({ measure: { kind: 'expression', text: 'temp > 4' } })

describe('limitKindOf', () => {
  it.each([
    ['one limit', SINGLE, 'single'], ['two limits', RANGE, 'range'], ['bands', BANDS, 'bands'], ['a zone of the standard', ZONE, 'none'], ['a comparison', COMPARISON, 'none'],
    ['a deviation in spreads', rule({ measure: { kind: 'deviation' }, limit: 6 }), 'single'], ['a rate', rule({ measure: { kind: 'rate', windowMs: 60_000, per: 'hour' }, limit: 2 }), 'single'],
  ] as const)('%s', (_name, definition, kind) => { expect(limitKindOf(definition)).toBe(kind) })
})

describe('checkOwnLimits', () => {
  it.each([
    ['one limit', SINGLE, { limit: 70 }], ['a limit with its clear limit', SINGLE, { limit: 70, clear: 66 }], ['only the upper of two', RANGE, { high: 80 }],
    ['both of two', RANGE, { low: -5, high: 5 }], ['a limit per band', BANDS, { bands: [{ limit: 0.2 }, { limit: 0.3, clear: 0.25 }] }],
  ] as const)('takes %s', (_name, definition, limits) => { expect(checkOwnLimits(definition, own(limits))).toEqual([]) })

  it.each([
    ['nothing', SINGLE, {}, 'missing'],
    ['only a clear limit', SINGLE, { clear: 50 }, 'missing'],
    ['a clear limit on the wrong side', SINGLE, { limit: 70, clear: 71 }, 'clearTooHigh'],
    ['a range for one limit', SINGLE, { low: 1, high: 2 }, 'other-kind'],
    ['bands for one limit', SINGLE, { bands: [{ limit: 1 }] }, 'other-kind'],
    ['a single limit for a range', RANGE, { limit: 5 }, 'other-kind'],
    ['an upper limit below the rule\'s lower one', RANGE, { high: 9 }, 'highBelowLow'],
    ['a single limit for bands', BANDS, { limit: 0.3 }, 'other-kind'],
    ['too few bands', BANDS, { bands: [{ limit: 0.2 }] }, 'bands'],
    ['a band that cannot clear', BANDS, { bands: [{ limit: 0.2 }, { limit: 0.3, clear: 0.4 }] }, 'clearTooHigh'],
    ['a limit for a zone of the standard', ZONE, { limit: 4 }, 'decides-itself'],
    ['a limit for a comparison', COMPARISON, { limit: 4 }, 'decides-itself'],
  ] as const)('refuses %s', (_name, definition, limits, key) => {
    expect(checkOwnLimits(definition, own(limits)).map((problem) => problem.key)).toEqual([key])
  })

  it('names the band at fault', () => {
    expect(checkOwnLimits(BANDS, own({ bands: [{ limit: 0.2 }, { limit: 0.3, clear: 0.4 }] }))[0]?.path).toEqual(['bands', 1, 'clear'])
  })

  it('lets further levels go along, so that they stay worse', () => {
    expect(overridden(SINGLE, own({ limit: 100 })).ladder).toMatchObject([{ limit: 120, clear: 115 }])
    expect(checkOwnLimits(SINGLE, own({ limit: 100 }))).toEqual([])
  })
})

describe('a rule compiled for a machine', () => {
  const limitOn = (definition: typeof SINGLE, limits: object): unknown =>
    compileLevels({ ruleId: 'r', ruleVersionId: 'v', definition }, { no: 1, assetId: 'a', stalenessMs: 1, unit: 'Cel' }, {
      gate: { no: 2, stalenessMs: 1 }, points: [], asset: { ...UNKNOWN_ASSET, overrides: new Map([['r', own(limits)]]) },
    }).map(({ definition: { limit, low, high, gate } }) => [limit, low, high, gate?.bands.map((band) => band.limit)])

  it.each([
    ['takes its own limit on every level', SINGLE, { limit: 70 }, [[70, null, null, undefined], [90, null, null, undefined]]],
    ['takes its own limit per band', BANDS, { bands: [{ limit: 0.3 }, { limit: 0.4 }] }, [[null, null, null, [0.3, 0.4]]]],
    ['leaves a limit out that the rule has no more', RANGE, { limit: 70 }, [[null, 10, 90, undefined]]],
    ['leaves a range out that cannot hold any more', RANGE, { high: 5 }, [[null, 10, 90, undefined]]],
    ['leaves bands out of which the rule has others by now', BANDS, { bands: [{ limit: 0.3 }] }, [[null, null, null, [0.1, 0.2]]]],
  ] as const)('%s', (_name, definition, limits, expected) => { expect(limitOn(definition, limits)).toEqual(expected) })
})

describe('isTemplate', () => {
  it.each([
    ['the same limit and clear limit', SINGLE, { limit: 60, clear: 55 }, true], ['the same limit without its clear limit', SINGLE, { limit: 60 }, false],
    ['the same upper limit', RANGE, { high: 90 }, true], ['another band', BANDS, { bands: [{ limit: 0.1 }, { limit: 0.21 }] }, false],
  ] as const)('%s', (_name, definition, limits, same) => { expect(isTemplate(definition, own(limits))).toBe(same) })
})

import { describe, expect, it } from 'vitest'
import { compileForAsset, UNKNOWN_ASSET, type RuleAsset } from '../condition/compile.ts'
import { ruleDefinition, type RuleDefinitionInput } from '../condition/definition.ts'
import { machineLevels, machineProblems } from './machine-levels.ts'

const POINTS = ['v1', 'v2'].map((code, index) => ({ code, no: index + 1, assetId: 'A', stalenessMs: 1000, unit: 'mm/s', bandLowHz: 10, bandHighHz: 1000, sampleRateHz: 5120 }))
const MOTOR: RuleAsset = { ...UNKNOWN_ASSET, machine: { powerKw: 250, shaftHeightMm: 280, support: 'rigid', speedRpm: 1480, machineType: 'general' } }
const compiled = (over: Partial<RuleDefinitionInput>, asset = MOTOR, points = POINTS) =>
  compileForAsset({ ruleId: 'R', ruleVersionId: 'V', definition: ruleDefinition.parse({ kind: 'threshold', points: ['v1', 'v2'], direction: 'above', priority: 3, ...over }) }, points, asset)
const shown = (over: Partial<RuleDefinitionInput>, asset?: RuleAsset) => machineLevels(compiled(over, asset)).map(({ points, limit, priority }) => [points, limit, priority])

describe('machineLevels', () => {
  it('gives points with the same limits one entry for each level', () => {
    expect(shown({ limit: 5, ladder: [{ limit: 8, priority: 1 }] })).toEqual([[['v1', 'v2'], 5, 3], [['v1', 'v2'], 8, 1]])
  })
  it('has the zone\'s limits filled in', () => {
    expect(shown({ measure: { kind: 'iso-zone', dangerPriority: 1 } })).toEqual([[['v1', 'v2'], 2.8, 3], [['v1', 'v2'], 4.5, 1]])
  })
  it('has the machine\'s own limits', () => {
    const own: RuleAsset = { ...MOTOR, overrides: new Map([['R', { limit: 6, clear: null, low: null, high: null, bands: null }]]) }
    expect(shown({ limit: 5 }, own)).toEqual([[['v1', 'v2'], 6, 3]])
  })
  it.each<[string, Partial<RuleDefinitionInput>]>([
    ['a rate, which is not the value', { limit: 5, measure: { kind: 'rate', windowMs: 1000, per: 'hour' } }],
    ['noise, although it has the point\'s unit', { limit: 5, measure: { kind: 'noise', windowMs: 1000 } }],
  ])('sets none for %s', (_name, over) => { expect(shown(over)).toEqual([]) })
  it('sets none where the rule cannot be judged', () => { expect(shown({ measure: { kind: 'iso-zone' } }, UNKNOWN_ASSET)).toEqual([]) })
})

describe('machineProblems', () => {
  it('says why once for all points, whatever the levels', () => {
    expect(machineProblems(compiled({ measure: { kind: 'iso-zone', dangerPriority: 1 } }, UNKNOWN_ASSET))).toEqual([{ ruleId: 'R', problem: 'iso-machine-unknown', points: ['v1', 'v2'] }])
  })
  it('tells points apart', () => {
    const points = POINTS.map((point, index) => ({ ...point, unit: index === 0 ? 'mm/s' : '[g]' }))
    expect(machineProblems(compiled({ measure: { kind: 'iso-zone' } }, MOTOR, points))).toEqual([{ ruleId: 'R', problem: 'iso-unit', points: ['v2'] }])
  })
  it('is silent about what can be judged', () => { expect(machineProblems(compiled({ limit: 5 }))).toEqual([]) })
})

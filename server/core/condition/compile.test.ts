import { describe, expect, it } from 'vitest'
import { compileForAsset, noDataKeyOf } from './compile.ts'
import { compileOne, definitionOf } from './fixtures.ts'

const bands = [{ from: 0, to: 100, limit: 1 }]
const point = (no: number, code: string) => ({ no, code, assetId: 'A', stalenessMs: no * 1000 })

describe('a rule on a point', () => {
  it.each([
    ['asset and failure mode', { failureMode: 'VIB' }, 'A:VIB'],
    ['asset and rule where no mode is named', {}, 'A:rule:R'],
  ])('keys the incident by %s', (_name, over, key) => {
    const rule = compileOne({ ruleId: 'R', ruleVersionId: 'V', definition: definitionOf({ limit: 1, ...over }) }, point(1, 'p'), null)
    expect([rule.incidentKey, rule.gatePointNo]).toEqual([key, null])
    expect(noDataKeyOf(rule)).toBe('A:rule:R:no-data')
  })

  it('takes no gate point for a rule without a gate', () => {
    expect(compileOne({ ruleId: 'R', ruleVersionId: 'V', definition: definitionOf({ limit: 1 }) }, point(1, 'p'), point(2, 'speed')).gatePointNo).toBeNull()
  })
})

describe('compileForAsset', () => {
  const points = [point(1, 'acc_x'), point(2, 'acc_y'), point(3, 'temp'), point(4, 'speed')]
  const published = (over: Parameters<typeof definitionOf>[0]) => ({ ruleId: 'R', ruleVersionId: 'V', definition: definitionOf(over) })

  it('joins the rule to every point whose code it names, each with the asset\'s gate', () => {
    const rules = compileForAsset(published({ points: ['acc_x', 'acc_y', 'acc_z'], gate: { point: 'speed', bands } }), points)
    expect(rules.map((rule) => [rule.pointNo, rule.stalenessMs, rule.gatePointNo, rule.gateStalenessMs])).toEqual([[1, 1000, 4, 4000], [2, 2000, 4, 4000]])
  })

  it('leaves the gate open where the asset has no such point', () => {
    expect(compileForAsset(published({ points: ['temp'], gate: { point: 'load', bands } }), points).map((rule) => rule.gatePointNo)).toEqual([null])
  })

  it('gives nothing for an asset without the point', () => {
    expect(compileForAsset(published({ points: ['oil'], limit: 1 }), points)).toEqual([])
  })
})

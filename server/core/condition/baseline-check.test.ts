import { describe, expect, it } from 'vitest'
import { checkBaseline, hasLearnt, restartsLearning, settled } from './baseline-check.ts'
import { ruleDefinition, type RuleDefinitionInput } from './definition.ts'

const LEARN_MS = 60_000
const rule = (input: Partial<RuleDefinitionInput> = {}) => ({
  stalenessMs: 5000,
  definition: ruleDefinition.parse({ kind: 'threshold', points: ['vib'], measure: { kind: 'deviation', learnMs: LEARN_MS }, direction: 'above', limit: 6, priority: 3, ...input }),
})
const band = (centre: number, more: object = {}) => ({ n: 60, centre, spread: 0.2, slope: 0, learntMs: LEARN_MS, t: 0, ...more })
const memory = (...bands: (object | null)[]) => ({ bands, smooth: { t: 1, value: 9 } })
const ZONES = { ab: 1.4, bc: 2.8, cd: 4.5 }
const GATED = rule({ limit: null, gate: { point: 'speed', bands: [{ from: 0, to: 50, limit: 6 }, { from: 50, to: 100, limit: 6 }] } })

describe('restartsLearning', () => {
  it.each([['replace', true], ['lubricate', true], ['adjust', true], ['align', true], ['ADJUST', true], ['clean', false], ['check', false], ['OTHER', false], [null, false], [undefined, false]])('%s: %s', (code, expected) => {
    expect(restartsLearning(code)).toBe(expected)
  })
})

describe('checkBaseline', () => {
  it.each([
    ['nothing learnt yet', rule(), memory(band(1)), memory(band(1.1, { learntMs: LEARN_MS - 1 })), null, { state: 'learning' }],
    ['too few readings', rule(), memory(band(1)), memory(band(1.1, { n: 9 })), null, { state: 'learning' }],
    ['nothing at all', rule(), memory(band(1)), null, null, { state: 'learning' }],
    ['the same as before', rule(), memory(band(1)), memory(band(1)), ZONES, { state: 'fine' }],
    ['within one spread of before', rule(), memory(band(1)), memory(band(1.19)), ZONES, { state: 'fine' }],
    ['better than before', rule(), memory(band(2)), memory(band(1)), ZONES, { state: 'fine' }],
    ['above the old one', rule(), memory(band(1)), memory(band(1.3)), null, { state: 'asks', finding: 'worse', band: 0, was: 1, is: 1.3 }],
    ['above the old one, inside zone B', rule(), memory(band(1)), memory(band(2)), ZONES, { state: 'asks', finding: 'worse', band: 0, was: 1, is: 2 }],
    ['outside zone B', rule(), memory(band(1)), memory(band(2.9)), ZONES, { state: 'asks', finding: 'outside-zone', band: 0, was: 1, is: 2.9 }],
    ['outside zone B though better than before', rule(), memory(band(4)), memory(band(3)), ZONES, { state: 'asks', finding: 'outside-zone', band: 0, was: 4, is: 3 }],
    ['outside zone B without an old one', rule(), null, memory(band(2.9)), ZONES, { state: 'asks', finding: 'outside-zone', band: 0, was: null, is: 2.9 }],
    ['without an old one and without zones', rule(), null, memory(band(9)), null, { state: 'fine' }],
    ['an old one that had not learnt either', rule(), memory(band(1, { n: 3 })), memory(band(9)), null, { state: 'fine' }],
    ['a smallest spread that was set', rule({ measure: { kind: 'deviation', learnMs: LEARN_MS, minSpread: 0.5 } }), memory(band(1)), memory(band(1.4)), null, { state: 'fine' }],
    ['lower, where falling is bad', rule({ direction: 'below', limit: -6 }), memory(band(10)), memory(band(9)), null, { state: 'asks', finding: 'worse', band: 0, was: 10, is: 9 }],
    ['higher, where falling is bad', rule({ direction: 'below', limit: -6 }), memory(band(10)), memory(band(11)), null, { state: 'fine' }],
    ['lower, where either side is bad', rule({ direction: 'outside', limit: null, low: -6, high: 6 }), memory(band(10)), memory(band(9)), null, { state: 'asks', finding: 'worse', band: 0, was: 10, is: 9 }],
    ['one band of two is worse before the other has learnt', GATED, memory(band(1), band(2)), memory(null, band(3)), null, { state: 'asks', finding: 'worse', band: 1, was: 2, is: 3 }],
    ['one band of two is fine and the other still learns', GATED, memory(band(1), band(2)), memory(band(1), null), null, { state: 'learning' }],
    ['a band in which it never ran is not waited for', GATED, memory(band(1), null), memory(band(1), null), null, { state: 'fine' }],
    ['the zone goes before the old one', GATED, memory(band(1), band(1)), memory(band(1.5), band(3)), ZONES, { state: 'asks', finding: 'outside-zone', band: 1, was: 1, is: 3 }],
  ] as const)('%s', (_name, learning, before, after, zones, expected) => { expect(checkBaseline(learning, before, after, zones)).toEqual(expected) })

  it('is never settled for a rule that learns nothing', () => {
    expect(checkBaseline({ ...rule(), definition: ruleDefinition.parse({ kind: 'threshold', points: ['vib'], direction: 'above', limit: 6, priority: 3 }) }, memory(band(1)), memory(band(9)), ZONES)).toEqual({ state: 'learning' })
  })
})

describe('a memory', () => {
  it('has learnt with one band', () => { expect([hasLearnt(GATED, memory(null, band(1))), hasLearnt(GATED, memory(null, null)), hasLearnt(GATED, 'nothing')]).toEqual([true, false, false]) })
  it('is judged by at another time without its average', () => { expect(settled(memory(band(1)))).toEqual({ bands: [band(1)], smooth: null }) })
})

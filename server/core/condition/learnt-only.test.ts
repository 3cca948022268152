import { describe, expect, it } from 'vitest'
import { batchOf, configOf, instanceOf } from './fixtures.ts'
import { createEngine } from './engine.ts'
import { learntOnly } from './learnt-only.ts'
import type { CompiledRule, Engine, EngineConfig } from './types.ts'

const AWAY = instanceOf({ measure: { kind: 'deviation', learnMs: 20_000, minSpread: 1, smoothMs: 5000 }, limit: 5 })
const MOVES = instanceOf({ measure: { kind: 'rate', windowMs: 5000, per: 'second' }, limit: 3 }, { ruleId: 'M' })

const feed = (engine: Engine, from: number, values: readonly number[]): number[] => {
  engine.fold('S', batchOf([...values.map((value, i) => [1, from + i * 1000, value] as const), [77, from + values.length * 1000, 0] as const]))
  return engine.takeEffects().incidents.map(({ incident }) => incident.openedAt)
}
const engineOf = (rules: readonly CompiledRule[], over: Partial<EngineConfig> = {}): Engine => createEngine(configOf({ rules, ...over }))
const taught = (rules: readonly CompiledRule[]) => {
  const engine = engineOf(rules)
  feed(engine, 1_000_000, Array.from({ length: 40 }, (_, i) => 50 + (i % 2)))
  return engine.saveSignals()
}

describe('learntOnly', () => {
  it('judges readings from before what was learnt last by the baseline', () => {
    const saved = learntOnly(taught([AWAY]), [AWAY])
    expect(feed(engineOf([AWAY], { saved }), 500_000, [50, 51, 50, 90, 90, 90])).toEqual([503_000])
    expect(feed(engineOf([AWAY]), 500_000, [50, 51, 50, 90, 90, 90])).toEqual([])
  })

  it('leaves out what belongs to the newest moments', () => {
    expect(Object.keys(taught([MOVES])?.signals ?? {})).toEqual(['M:1'])
    expect(learntOnly(taught([MOVES]), [MOVES])).toEqual({ signals: {} })
  })

  it('does not judge readings from before the repair after which it was learnt', () => {
    const repaired = { ...AWAY, learnFrom: 900_000 }
    const saved = learntOnly(taught([repaired]), [repaired])
    expect(feed(engineOf([repaired], { saved }), 500_000, [50, 51, 90, 90])).toEqual([])
    expect(feed(engineOf([repaired], { saved }), 950_000, [50, 51, 90, 90])).toEqual([952_000])
  })

  it('gives nothing where nothing was learnt', () => {
    expect(learntOnly(null, [AWAY])).toEqual({ signals: {} })
  })
})

import { describe, expect, it } from 'vitest'
import { createEngine } from './engine.ts'
import { batchOf, configOf, instanceOf } from './fixtures.ts'

describe('createEngine', () => {
  it('opens one incident when a limit is broken long enough, and resolves it', () => {
    const engine = createEngine(configOf({ rules: [instanceOf({ limit: 10, forMs: 3000 })] }))
    engine.fold('S', batchOf([1000, 2000, 3000, 4000, 5000, 6000, 7000].map((t) => [1, t, t < 2000 || t > 5000 ? 5 : 20])))
    const { transitions, incidents } = engine.takeEffects()
    expect(transitions.map((one) => [one.at, one.from, one.to, one.reason])).toEqual([
      [2000, 'normal', 'pending', 'breach'], [5000, 'pending', 'firing', 'held'], [6000, 'firing', 'normal', 'cleared'],
    ])
    expect(incidents.map((one) => [one.incident.openedAt, one.incident.resolvedAt, one.incident.peakValue, one.change])).toEqual([
      [5000, 6000, 20, ['opened', 'evidence', 'resolved']],
    ])
  })
})

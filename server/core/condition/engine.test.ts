import { describe, expect, it } from 'vitest'
import { createEngine } from './engine.ts'
import { batchOf, configOf, instanceOf, sourceOf } from './fixtures.ts'
import { Run } from './store.fixture.ts'
import type { EngineConfig } from './types.ts'
import { NO_PAUSES } from './pauses.ts'

const run = (over: Partial<EngineConfig>): Run => new Run(configOf(over))
const changes = (made: Run) => made.store.transitions.map((one) => [one.at, one.to, one.reason])
const held = instanceOf({ limit: 10, forMs: 3000 })

describe('the watermark', () => {
  it('holds the newest instant back until a later one comes', () => {
    const made = run({ rules: [instanceOf({ limit: 10 })] }).fold('S', batchOf([[1, 1000, 20]]))
    expect(changes(made)).toEqual([])
    expect(changes(made.fold('S', batchOf([[1, 1001, 20]])))).toEqual([[1000, 'firing', 'breach']])
  })

  it('judges a gate and a value of one instant together though they come in two batches, value first', () => {
    const made = run({ rules: [instanceOf({ gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 1 }] } })] })
      .fold('S', batchOf([[1, 1000, 20]])).fold('S', batchOf([[9, 1000, 50]])).fold('S', batchOf([[9, 2000, 50]]))
    expect(changes(made)).toEqual([[1000, 'firing', 'breach']])
  })

  it('lags behind the newest event time by the reorder window, and never goes back', () => {
    const made = run({ sources: [sourceOf({ reorderWindowMs: 500 })] })
    const mask = (t: number[]): number[] => [...made.engine.lateMask('S', Float64Array.from(t), t.length)]
    expect(mask([-1e15, 0])).toEqual([0, 0])
    made.fold('S', batchOf([[1, 2000, 1]]))
    expect(mask([1499, 1500, 2000])).toEqual([1, 0, 0])
    made.fold('S', batchOf([[1, 1600, 1]]))
    expect(mask([1499, 1500])).toEqual([1, 0])
  })

  it('is moved by rows that are not judged, and an empty batch moves nothing', () => {
    const engine = createEngine(configOf({ rules: [held] }))
    engine.fold('S', { ...batchOf([[1, 5000, 99]]), judge: Uint8Array.of(0) })
    engine.fold('S', batchOf([]))
    expect(engine.takeEffects().sources).toEqual([{ sourceId: 'S', watermark: 5000, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES }])
  })

  it('carries what waits through a restart', () => {
    const made = run({ rules: [instanceOf({ limit: 10 })] }).fold('S', batchOf([[1, 1000, 20]])).restart()
    expect(changes(made.fold('S', batchOf([[1, 2000, 20]])))).toEqual([[1000, 'firing', 'breach']])
  })

  it('lets the rules of a silent point of the same source run on', () => {
    const made = run({ rules: [held, instanceOf({ limit: 10 }, { pointNo: 2 })] }).fold('S', batchOf([[1, 1000, 20], [2, 1000, 0]]))
    expect(changes(made.fold('S', batchOf([[2, 4000, 0]])))).toEqual([[1000, 'pending', 'breach']])
    expect(changes(made.fold('S', batchOf([[2, 4001, 0]])))).toEqual([[1000, 'pending', 'breach'], [4000, 'firing', 'held']])
  })
})

describe('readings', () => {
  it.each([
    ['a value that is not a number', [[1, 1000, NaN], [1, 2000, Infinity], [1, 3000, 1]]],
    ['a point that no rule knows', [[77, 1000, 99], [77, 2000, 99]]],
    ['a late reading', [[1, 5000, 1], [1, 4000, 99], [1, 6000, 1]]],
  ] as const)('ignores %s', (_name, rows) => {
    const made = run({ rules: [instanceOf({ limit: 10 })] })
    for (const row of rows) made.fold('S', batchOf([row]))
    expect(changes(made.tick('S', 9000))).toEqual([])
  })

  it('of another source that lie behind the point\'s newest are ignored', () => {
    const made = run({ rules: [instanceOf({ limit: 10 })], sources: [sourceOf(), sourceOf({ sourceId: 'B' })] })
    made.fold('S', batchOf([[1, 5000, 1], [1, 5001, 1]])).fold('B', batchOf([[1, 4000, 99], [1, 5000, 99], [1, 5001, 1]]))
    expect(changes(made)).toEqual([])
    expect(made.store.engine().takeEffects().pointSources).toEqual([])
  })

  it('tells which source feeds a point, once', () => {
    const engine = createEngine(configOf({ rules: [held], sources: [sourceOf(), sourceOf({ sourceId: 'B' })] }))
    engine.fold('S', batchOf([[1, 1000, 1], [1, 2000, 1], [1, 3000, 1]]))
    expect(engine.takeEffects().pointSources).toEqual([{ pointNo: 1, sourceId: 'S' }])
    engine.fold('B', batchOf([[1, 4000, 1], [1, 5000, 1]]))
    expect(engine.takeEffects().pointSources).toEqual([{ pointNo: 1, sourceId: 'B' }])
  })

  it('takes a point\'s deadlines to the source that feeds it now', () => {
    const made = run({ rules: [held], sources: [sourceOf(), sourceOf({ sourceId: 'B' })] })
      .fold('S', batchOf([[1, 1000, 20], [1, 1001, 20]])).fold('B', batchOf([[1, 2000, 20], [1, 2001, 20]]))
    expect(changes(made.tick('S', 9000))).toEqual([[1000, 'pending', 'breach']])
    expect(changes(made.tick('B', 9000)).slice(1)).toEqual([[4000, 'firing', 'held']])
  })

  it('of a source that is not configured are a defect', () => {
    expect(() => run({}).fold('X', batchOf([]))).toThrow('X')
  })
})

describe('tick', () => {
  it('lets a deadline pass without data', () => {
    const made = run({ rules: [held] }).fold('S', batchOf([[1, 1000, 20]])).tick('S', 3999)
    expect(changes(made)).toEqual([[1000, 'pending', 'breach']])
    expect(changes(made.tick('S', 4000))).toEqual([[1000, 'pending', 'breach'], [4000, 'firing', 'held']])
  })

  it('does nothing for a source that replays', () => {
    const made = run({ rules: [held], sources: [sourceOf({ clock: 'replay' })] }).fold('S', batchOf([[1, 1000, 20]])).tick('S', 1e9)
    expect(changes(made)).toEqual([])
  })

  it('leaves the watermark alone, and a reading it has overtaken is judged but never dated before what it did', () => {
    const made = run({ rules: [held, instanceOf({ limit: 10 }, { pointNo: 2 })], sources: [sourceOf({ reorderWindowMs: 10_000 })] })
      .fold('S', batchOf([[1, 1000, 20]])).tick('S', 8000)
    expect([...made.engine.lateMask('S', Float64Array.of(2000), 1)]).toEqual([0])
    made.fold('S', batchOf([[1, 2000, 0], [2, 2000, 20]]))
    expect(changes(made)).toEqual([[1000, 'pending', 'breach'], [4000, 'firing', 'held'], [4000, 'normal', 'cleared'], [2000, 'firing', 'breach']])
    expect(made.incidents().map((one) => [one.openedAt, one.resolvedAt])).toEqual([[2000, null], [4000, 4000]])
  })
})

describe('deadlines', () => {
  it.each([
    ['nothing to wait for', instanceOf({ limit: 10 }), 0, null],
    ['the held clock of a pending rule', held, 20, 4000],
    ['one millisecond after the last value is too old', instanceOf({ limit: 10, forMs: 60_000 }), 20, 11_001],
    ['one millisecond after the silence allowed', instanceOf({ limit: 10, noData: { policy: 'alert', afterMs: 5000 } }), 0, 6001],
  ])('gives %s', (_name, rule, value, deadline) => {
    const made = run({ rules: [rule] }).fold('S', batchOf([[1, 1000, value], [1, 1000.5, NaN]]))
    made.fold('S', { ...batchOf([[1, 1002, 0]]), judge: Uint8Array.of(0) })
    expect(made.engine.deadlines()).toBe(deadline)
    if (deadline === null) return
    const before = made.store.transitions.length
    expect(made.tick('S', deadline - 1).store.transitions.length).toBe(before)
    expect(made.tick('S', deadline).store.transitions.length).toBe(before + 1)
  })

  it('moves out with every reading and survives a restart', () => {
    const made = run({ rules: [instanceOf({ limit: 10, noData: { policy: 'alert', afterMs: 5000 } })] })
    made.fold('S', batchOf([[1, 1000, 0], [1, 2000, 0], [1, 3000, 0], [1, 3001, 0]]))
    expect(made.engine.deadlines()).toBe(8001)
    expect(made.restart().engine.deadlines()).toBe(8001)
  })

  it('speaks of silence after the first value of a point whose source was known before', () => {
    const engine = createEngine(configOf({
      rules: [instanceOf({ limit: 10, noData: { policy: 'alert', afterMs: 5000 } })], last: [{ pointNo: 1, sourceId: 'S', recent: [], runningSince: null }],
    }))
    expect(engine.deadlines()).toBeNull()
    engine.fold('S', batchOf([[1, 1000, 0], [1, 1001, 0]]))
    expect(engine.deadlines()).toBe(6001)
  })

  it('does not speak of sources that replay', () => {
    expect(run({ rules: [held], sources: [sourceOf({ clock: 'replay' })] }).fold('S', batchOf([[1, 1000, 20], [1, 1001, 20]])).engine.deadlines()).toBeNull()
  })

  it('is saved with the state', () => {
    const engine = createEngine(configOf({ rules: [held] }))
    engine.fold('S', batchOf([[1, 1000, 20], [1, 1001, 20]]))
    expect(engine.takeEffects().states).toMatchObject([{ ruleId: 'R', pointNo: 1, ruleVersionId: 'V', state: { phase: 'pending', since: 1000 }, deadline: 4000 }])
    expect(engine.takeEffects()).toEqual({ transitions: [], incidents: [], states: [], sources: [], pointSources: [] })
  })
})

describe('a restart', () => {
  it('has nothing to save by itself', () => {
    const made = run({ rules: [held] }).fold('S', batchOf([[1, 0, 20], [1, 3000, 20], [1, 4000, 20]]))
    expect(made.store.engine().takeEffects()).toEqual({ transitions: [], incidents: [], states: [], sources: [], pointSources: [] })
  })

  it('judges in the same order whatever the order in which the rules are given', () => {
    const rules = ['C', 'A', 'B'].map((ruleId) => instanceOf({ limit: 10 }, { ruleId }))
    const order = (given: typeof rules) => run({ rules: given }).fold('S', batchOf([[1, 0, 20], [1, 1, 0]])).store.transitions.map((one) => one.ruleId)
    expect([order(rules), order([...rules].reverse())]).toEqual([['A', 'B', 'C'], ['A', 'B', 'C']])
  })
})

describe('a changed rule', () => {
  it('that is gone with its point ends its incident when it was last heard of, whatever other sources have reached', () => {
    const made = run({ rules: [held] }).fold('S', batchOf([[1, 0, 20], [1, 3000, 20], [1, 4000, 20], [1, 4500, 20]]))
    const engine = createEngine(configOf({ incidents: made.incidents(), sources: [sourceOf({ evaluatedThrough: 1e6 })] }))
    expect(engine.takeEffects().incidents).toMatchObject([{ incident: { state: 'resolved', resolvedAt: 4000 }, change: ['evidence', 'resolved'] }])
  })

  const next = instanceOf({ limit: 10, forMs: 3000 }, { ruleVersionId: 'V2' })

  it('starts anew: what was pending is forgotten', () => {
    const made = run({ rules: [held] }).fold('S', batchOf([[1, 0, 20], [1, 2000, 20], [1, 2001, 20]])).restart({ rules: [next] })
    expect(changes(made.fold('S', batchOf([[1, 4000, 20], [1, 5001, 20], [1, 5002, 20]])))).toEqual([
      [0, 'pending', 'breach'], [2001, 'pending', 'breach'], [5001, 'firing', 'held'],
    ])
  })

  it.each([
    ['a new version', [next], { ruleVersionId: 'V2', state: { phase: 'normal' } }],
    ['a rule that is gone', [], undefined],
  ])('ends its incident with the reason: %s', (_name, rules, saved) => {
    const made = run({ rules: [held] }).fold('S', batchOf([[1, 0, 20], [1, 3000, 20], [1, 4000, 20], [1, 4500, 20]])).restart({ rules })
    expect(made.store.transitions.at(-1)).toMatchObject({ from: 'firing', to: 'normal', reason: 'rule-changed', at: 4000, ruleVersionId: 'V', incident: { openedAt: 3000 } })
    expect(made.incidents()).toMatchObject([{ state: 'resolved', resolvedAt: 4000, firing: [] }])
    if (saved !== undefined) expect(made.engine.takeEffects().states).toEqual([])
    expect(made.restart({ rules }).store.transitions.filter((one) => one.reason === 'rule-changed')).toHaveLength(1)
  })
})

import { describe, expect, it } from 'vitest'
import { createEngine } from './engine.ts'
import { batchOf, configOf, instanceOf, sourceOf } from './fixtures.ts'
import { Run } from './store.fixture.ts'
import type { EngineConfig } from './types.ts'

const run = (over: Partial<EngineConfig>): Run => new Run(configOf(over))
const changes = (made: Run) => made.store.transitions.map((one) => [one.at, one.to, one.reason])
const gated = instanceOf({ forMs: 3000, gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 1 }, { from: 60, to: 75, limit: 5 }] } })

describe('a gated rule', () => {
  it.each([
    ['fires by the limit of the band', [[9, 0, 50], [1, 0, 2], [9, 3000, 50], [1, 3000, 2]], [[0, 'pending', 'breach'], [3000, 'firing', 'held']]],
    ['stays quiet in a band with a higher limit', [[9, 0, 70], [1, 0, 2], [9, 3000, 70], [1, 3000, 2]], []],
    ['is not interrupted by a change of band while both are broken', [[9, 0, 50], [1, 0, 9], [9, 2000, 70], [1, 2000, 9], [1, 3000, 9]], [[0, 'pending', 'breach'], [3000, 'firing', 'held']]],
    ['is interrupted by a band whose limit holds', [[9, 0, 50], [1, 0, 2], [9, 2000, 70], [1, 2000, 2], [1, 3000, 2]], [[0, 'pending', 'breach'], [2000, 'normal', 'back-in-limits']]],
    ['does not count the time in no band as held', [[9, 0, 50], [1, 0, 2], [9, 1000, 0], [1, 1000, 2], [9, 2000, 50], [1, 2000, 2], [1, 4999, 2]], [[0, 'pending', 'breach']]],
    ['starts the held clock anew after no band', [[9, 0, 50], [1, 0, 2], [9, 1000, 0], [1, 1000, 2], [9, 2000, 50], [1, 2000, 2], [1, 5000, 2]], [[0, 'pending', 'breach'], [5000, 'firing', 'held']]],
    ['does not fire at a deadline at which no band holds the gate', [[9, 0, 50], [1, 0, 2], [9, 3000, 0], [9, 5000, 0]], [[0, 'pending', 'breach']]],
    ['never fires while the gate is unknown', [[1, 0, 99], [1, 3000, 99], [1, 6000, 99]], []],
    ['never fires while the gate is too old', [[9, 0, 50], [1, 10_001, 99], [1, 15_000, 99]], []],
    ['uses a gate as old as allowed', [[9, 0, 50], [1, 10_000, 99]], [[10_000, 'pending', 'breach']]],
    ['does not look at a gate of later', [[1, 0, 99], [9, 1, 50], [9, 5000, 50]], []],
  ] as const)('%s', (_name, rows, expected) => {
    const end = Math.max(...rows.map((row) => row[1]))
    expect(changes(run({ rules: [gated] }).fold('S', batchOf(rows)).fold('S', batchOf([[9, end + 1, 50]])))).toEqual(expected)
  })

  it('holds a firing while the gate is unknown', () => {
    const made = run({ rules: [gated] }).fold('S', batchOf([[9, 0, 50], [1, 0, 2], [1, 3000, 2], [9, 4000, 0], [1, 4000, 0], [9, 5000, 50], [1, 5000, 0], [1, 6000, 0]]))
    expect(changes(made)).toEqual([[0, 'pending', 'breach'], [3000, 'firing', 'held'], [5000, 'normal', 'cleared']])
  })

  it('reads a gate that another source feeds a little ahead', () => {
    const made = run({ rules: [gated], sources: [sourceOf(), sourceOf({ sourceId: 'B' })] })
    made.fold('B', batchOf([[9, 0, 50], [9, 1000, 0], [9, 2000, 50], [9, 5000, 0], [9, 6000, 0]]))
    made.fold('S', batchOf([[1, 500, 2], [1, 2500, 2], [1, 2501, 0]]))
    expect(changes(made)).toEqual([[500, 'pending', 'breach']])
  })

  it('is in error on an asset without the gate point, and is judged once it has one', () => {
    const lost = { ...gated, gatePointNo: null, problem: 'gate-point-missing' as const }
    const made = run({ rules: [lost] }).fold('S', batchOf([[1, 0, 99], [1, 1000, 99], [1, 1001, 99]]))
    expect(changes(made)).toEqual([[0, 'error', 'gate-point-missing']])
    made.restart({ rules: [gated] }).fold('S', batchOf([[9, 2000, 50], [1, 2000, 99], [1, 2001, 99]]))
    expect(changes(made).slice(1)).toEqual([[1001, 'normal', 'repaired'], [2000, 'pending', 'breach']])
  })
})

describe('a rule with a warm-up', () => {
  const warm = instanceOf({ limit: 10, warmupMs: 5000 })

  it.each([
    ['is silent from the first reading on', [[1, 0, 99], [1, 4999, 99]], []],
    ['judges when it is over', [[1, 0, 99], [1, 5000, 99]], [[5000, 'firing', 'breach']]],
    ['warms up again after a gap', [[1, 0, 0], [1, 6000, 0], [1, 16_001, 99], [1, 21_000, 99], [1, 21_001, 99]], [[21_001, 'firing', 'breach']]],
    ['warms up again after a gap though the first value is fine', [[1, 0, 0], [1, 10_001, 0], [1, 15_000, 99], [1, 15_001, 99]], [[15_001, 'firing', 'breach']]],
    ['does not warm up again without a gap', [[1, 0, 0], [1, 6000, 0], [1, 16_000, 99]], [[16_000, 'firing', 'breach']]],
    ['holds a firing through it', [[1, 0, 0], [1, 5000, 99], [1, 20_000, 0], [1, 24_999, 0]], [[5000, 'firing', 'breach']]],
  ] as const)('%s', (_name, rows, expected) => {
    const straight = run({ rules: [warm] }).fold('S', batchOf(rows))
    const broken = run({ rules: [warm] })
    for (const row of rows) broken.fold('S', batchOf([row])).restart()
    const end = batchOf([[77, 1e6, 0]])
    expect(changes(straight.fold('S', end))).toEqual(expected)
    expect(changes(broken.fold('S', end))).toEqual(expected)
  })

  it.each([['as given', 1000, 6000], ['else from the oldest value known', null, 9000]])('knows since when data runs without a stored state: %s', (_name, runningSince, first) => {
    const engine = createEngine(configOf({ rules: [warm], last: [{ pointNo: 1, sourceId: 'S', recent: [{ t: 4000, value: 0 }], runningSince }] }))
    engine.fold('S', batchOf([[1, first - 1, 99], [1, first, 99], [1, first + 1, 99]]))
    expect(engine.takeEffects().transitions).toMatchObject([{ at: first, to: 'firing' }])
  })
})

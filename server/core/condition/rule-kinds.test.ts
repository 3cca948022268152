import { describe, expect, it } from 'vitest'
import { compileLevels, UNKNOWN_ASSET } from './compile.ts'
import type { RuleAsset } from './compile.ts'
import type { RuleDefinitionInput } from './definition.ts'
import { batchOf, configOf, definitionOf, sourceOf } from './fixtures.ts'
import { Run } from './store.fixture.ts'

const STALE = 30_000
const [P, G, Q] = [1, 9, 2]
const point = (no: number, code: string) => ({ no, code, assetId: 'A', stalenessMs: STALE, unit: 'mm/s', rangeLow: 0, rangeHigh: 100, bandLowHz: 10, bandHighHz: 1000, sampleRateHz: 2560 })
const POINTS = [point(P, 'p'), point(G, 'g'), point(Q, 'q')]
const MOTOR: RuleAsset = { ...UNKNOWN_ASSET, machine: { powerKw: 90, shaftHeightMm: 280, support: 'rigid', speedRpm: 1480, machineType: 'general' } }

const start = (over: Partial<RuleDefinitionInput>, asset: RuleAsset = UNKNOWN_ASSET, points = POINTS): Run => {
  const definition = definitionOf({ priority: 3, ...over })
  const gate = points.find((one) => one.code === definition.gate?.point) ?? null
  const rules = compileLevels({ ruleId: 'R', ruleVersionId: 'V', definition }, POINTS[0] ?? point(P, 'p'), { gate, points, asset })
  const last = [P, G, Q].map((pointNo) => ({ pointNo, sourceId: null, recent: [], runningSince: null }))
  return new Run(configOf({ rules, sources: [sourceOf({ clock: 'replay' })], last }))
}
type Row = readonly [pointNo: number, second: number, value: number]
/** told feeds rows and gives what changed: [second, level, from, to, reason]. */
const told = (run: Run, rows: readonly Row[], end = (rows.at(-1)?.[1] ?? 0) + 1) => {
  run.fold('S', batchOf(rows.map(([no, second, value]) => [no, second * 1000, value] as const)))
  run.fold('S', batchOf([[77, end * 1000, 0]]))
  return run.store.transitions.map((one) => [one.at / 1000, one.level, one.from, one.to, one.reason])
}
const series = (no: number, values: readonly number[], from = 0): Row[] => values.map((value, i) => [no, from + i, value])
const wave = (t: number): number => [0, 1, -1, 0.5, -0.5, 1, -1][t % 7] ?? 0
const waves = (n: number, around = 50): number[] => Array.from({ length: n }, (_, t) => around + wave(t))

describe('N of M', () => {
  const rule: Partial<RuleDefinitionInput> = { limit: 10, clear: 8, hold: { kind: 'samples', n: 3, of: 5 } }
  it.each([
    ['fires at the third break of five', [11, 1, 11, 1, 11], [[0, 0, 'normal', 'pending', 'breach'], [4, 0, 'pending', 'firing', 'held']]],
    ['gives up when the breaks have slid out of reach', [11, 1, 1, 1, 1, 1], [[0, 0, 'normal', 'pending', 'breach'], [5, 0, 'pending', 'normal', 'back-in-limits']]],
    ['clears when it is clear and the count no longer met', [11, 11, 11, 9, 1, 1], [[0, 0, 'normal', 'pending', 'breach'], [2, 0, 'pending', 'firing', 'held'], [5, 0, 'firing', 'normal', 'cleared']]],
    ['does not fire on two', [11, 11, 1, 1, 1, 1, 1], [[0, 0, 'normal', 'pending', 'breach'], [6, 0, 'pending', 'normal', 'back-in-limits']]],
  ])('%s', (_name, values, expected) => {
    expect(told(start(rule), series(P, values))).toEqual(expected)
  })

  it('counts time as well: half a minute within a minute', () => {
    const timed = start({ limit: 10, hold: { kind: 'time', ms: 5000, withinMs: 10_000 } })
    expect(told(timed, series(P, [11, 11, 1, 11, 11, 1, 11, 1]))).toEqual([[0, 0, 'normal', 'pending', 'breach'], [7, 0, 'pending', 'firing', 'held']])
  })
})

describe('levels of severity', () => {
  const rule: Partial<RuleDefinitionInput> = { limit: 10, clear: 8, ladder: [{ limit: 20, clear: 18, priority: 2 }, { limit: 30, priority: 1, forMs: 2000 }], failureMode: 'VIB' }
  it('escalates level by level and eases again, in one episode', () => {
    const run = start(rule)
    expect(told(run, series(P, [11, 21, 31, 31, 31, 25, 9, 9, 7]))).toEqual([
      [0, 0, 'normal', 'firing', 'breach'], [1, 1, 'normal', 'firing', 'breach'], [2, 2, 'normal', 'pending', 'breach'], [4, 2, 'pending', 'firing', 'held'],
      [5, 2, 'firing', 'normal', 'cleared'], [6, 1, 'firing', 'normal', 'cleared'], [8, 0, 'firing', 'normal', 'cleared'],
    ])
    expect(run.incidents()).toMatchObject([{ key: 'A:VIB', priority: 1, currentPriority: 3, state: 'resolved', peakValue: 31 }])
  })

  it('eases while the worst has cleared', () => {
    const run = start(rule)
    told(run, series(P, [21, 21, 9, 9]))
    expect(run.incidents()).toMatchObject([{ priority: 2, currentPriority: 3, state: 'open' }])
  })

  it('multiplies the limits of bands by its factor', () => {
    const run = start({ gate: { point: 'g', bands: [{ from: 0, to: 100, limit: 10 }] }, ladder: [{ factor: 2, priority: 1 }] })
    expect(told(run, [[G, 0, 50], [P, 0, 15], [G, 1, 50], [P, 1, 21]])).toEqual([[0, 0, 'normal', 'firing', 'breach'], [1, 1, 'normal', 'firing', 'breach']])
  })
})

describe('a rate of change', () => {
  it('fires on the slope, not on the value', () => {
    const rule: Partial<RuleDefinitionInput> = { measure: { kind: 'rate', windowMs: 5000, per: 'second' }, limit: 1, clear: 0.5 }
    const run = start(rule)
    const rows = series(P, [...Array<number>(10).fill(500), 502, 504, 506, 508, 510, 510, 510, 510, 510, 510])
    expect(told(run, rows).map((one) => one.slice(2))).toEqual([['normal', 'firing', 'breach'], ['firing', 'normal', 'cleared']])
    expect(run.incidents()[0]?.peakValue).toBeCloseTo(2, 1)
  })
})

describe('a deviation from what was learnt', () => {
  const measure: RuleDefinitionInput['measure'] = { kind: 'deviation', learnMs: 60_000, minSpread: 1 }
  it('fires when the value leaves its baseline, and says by how many spreads', () => {
    const run = start({ measure, limit: 6, clear: 3 })
    const rows = [...series(P, waves(100)), ...series(P, [62, 62, 62], 100), ...series(P, waves(3), 103)]
    expect(told(run, rows)).toEqual([[100, 0, 'normal', 'firing', 'breach'], [103, 0, 'firing', 'normal', 'cleared']])
    expect(run.incidents()[0]).toMatchObject({ limit: 6 })
    expect(run.incidents()[0]?.value).toBeGreaterThan(8)
  })

  it('tells nothing while it learns', () => {
    expect(told(start({ measure, limit: 6 }), [...series(P, waves(30)), ...series(P, [90, 90], 30)])).toEqual([])
  })

  it('learns anew after a repair', () => {
    const run = start({ measure, limit: 6 }, { ...UNKNOWN_ASSET, learnFrom: 100_000 })
    expect(told(run, [...series(P, waves(100)), ...series(P, waves(100, 80), 100), ...series(P, [110], 200)]).map((one) => one[0])).toEqual([200])
  })
})

describe('an expression over several points', () => {
  it('is judged whenever the rule\'s own point is read, with the newest of the others', () => {
    const run = start({ measure: { kind: 'expression', text: 'p > 10 and g > 50' } })
    expect(told(run, [[G, 0, 40], [P, 0, 20], [G, 1, 60], [P, 2, 20], [G, 3, 40], [P, 4, 20]])).toEqual([[2, 0, 'normal', 'firing', 'breach'], [4, 0, 'firing', 'normal', 'cleared']])
  })

  it('of numbers has a limit', () => {
    expect(told(start({ measure: { kind: 'expression', text: 'p - q' }, limit: 5, clear: 2 }), [[Q, 0, 10], [P, 0, 16], [P, 1, 14], [P, 2, 11]])).toEqual([
      [0, 0, 'normal', 'firing', 'breach'], [2, 0, 'firing', 'normal', 'cleared'],
    ])
  })

  it('holds while a point it needs is too old', () => {
    expect(told(start({ measure: { kind: 'expression', text: 'p > 10 and g > 50' } }), [[G, 0, 60], [P, 31, 20]])).toEqual([])
  })

  it('is in error on a machine without a point it needs', () => {
    expect(told(start({ measure: { kind: 'expression', text: 'p > missing' } }), [[P, 0, 1]])).toEqual([[0, 0, 'normal', 'error', 'input-point-missing']])
  })
})

describe('a zone of ISO 20816-3', () => {
  const rule: Partial<RuleDefinitionInput> = { measure: { kind: 'iso-zone', dangerPriority: 1 } }
  it('warns at B/C and calls C/D danger', () => {
    expect(told(start(rule, MOTOR), series(P, [2.8, 2.9, 4.6]))).toEqual([[1, 0, 'normal', 'firing', 'breach'], [2, 1, 'normal', 'firing', 'breach']])
  })

  it('warns above the baseline where there is one', () => {
    expect(told(start({ measure: { kind: 'iso-zone', baseline: 1 } }, MOTOR), series(P, [1.7, 1.8]))).toEqual([[1, 0, 'normal', 'firing', 'breach']])
  })

  it('is in error where the standard gives no zone, with its reason', () => {
    expect(told(start(rule), series(P, [99])).map((one) => one.slice(1))).toEqual([[0, 'normal', 'error', 'iso-machine-unknown'], [1, 'normal', 'error', 'iso-machine-unknown']])
  })
})

describe('trouble of the sensor', () => {
  it('stuck: seconds without a move, gated by a machine that runs', () => {
    const rule: Partial<RuleDefinitionInput> = { measure: { kind: 'stuck', tolerance: 0.1 }, gate: { point: 'g', bands: [{ from: 10, to: 100, limit: 5, clear: 0 }] } }
    const running = (n: number): Row[] => series(G, Array<number>(n).fill(50))
    expect(told(start(rule), [...running(9), ...series(P, [7, 7, 7, 7, 7, 7, 7, 7, 8])].sort((a, b) => a[1] - b[1]))).toEqual([
      [6, 0, 'normal', 'firing', 'breach'], [8, 0, 'firing', 'normal', 'cleared'],
    ])
    expect(told(start(rule), [...series(G, Array<number>(9).fill(0)), ...series(P, Array<number>(9).fill(7))].sort((a, b) => a[1] - b[1]))).toEqual([])
  })

  it('has an episode of its own, of no failure mode', () => {
    const run = start({ measure: { kind: 'stuck' }, limit: 3 })
    told(run, series(P, [7, 7, 7, 7, 7]))
    expect(run.incidents()).toMatchObject([{ key: 'A:sensor:1', failureMode: null }])
  })

  it('noise', () => {
    const run = start({ measure: { kind: 'noise', windowMs: 5000 }, limit: 3 })
    expect(told(run, series(P, [5, 5, 5, 5, 5, 5, 15, 5, 15, 5, 15])).map((one) => one[3])).toEqual(['firing'])
  })

  it('clipping at the end of the point\'s range', () => {
    expect(told(start({ measure: { kind: 'clipping', windowMs: 5000 }, limit: 50 }), series(P, [50, 50, 50, 100, 100, 100, 100])).map((one) => one[3])).toEqual(['firing'])
  })

  it('clipping without a range is in error', () => {
    const bare = { no: P, code: 'p', assetId: 'A', stalenessMs: STALE }
    const rules = compileLevels({ ruleId: 'R', ruleVersionId: 'V', definition: definitionOf({ measure: { kind: 'clipping', windowMs: 5000 }, limit: 50 }) }, bare, { gate: null, points: [bare], asset: UNKNOWN_ASSET })
    expect(rules.map((rule) => rule.problem)).toEqual(['range-missing'])
  })

  it('a wrong unit: what was 60 comes as 60 times 25.4', () => {
    const run = start({ measure: { kind: 'wrong-unit', learnMs: 60_000, minSpread: 0.5 }, hold: { kind: 'samples', n: 2, of: 3 } })
    const inches = waves(3, 60).map((value) => value / 25.4)
    expect(told(run, [...series(P, waves(100, 60)), ...series(P, inches, 100), ...series(P, waves(4, 60), 103)]).map((one) => one.slice(2))).toEqual([
      ['normal', 'pending', 'breach'], ['pending', 'firing', 'held'], ['firing', 'normal', 'cleared'],
    ])
  })

  describe('silence', () => {
    const rule: Partial<RuleDefinitionInput> = { measure: { kind: 'silence' }, noData: { policy: 'alert', afterMs: 5000 } }
    it('of one point while its source is alive', () => {
      const run = start(rule)
      expect(told(run, [[P, 0, 1], ...series(Q, Array<number>(9).fill(1))])).toEqual([[5, 0, 'normal', 'no-data', 'no-data']])
      expect(run.incidents()).toMatchObject([{ key: 'A:sensor:1:no-data', failureMode: null }])
    })
    it('ends when the point is back', () => {
      expect(told(start(rule), [[P, 0, 1], ...series(Q, Array<number>(9).fill(1)), [P, 9, 1]]).map((one) => one[4])).toEqual(['no-data', 'data-returned'])
    })
    it('is nobody\'s fault while the whole source is silent', () => {
      expect(told(start(rule), [[P, 0, 1], [Q, 0, 1], [Q, 100, 1], [P, 101, 1], [Q, 101, 1]])).toEqual([])
    })
    it('is told late when the source comes back without the point', () => {
      expect(told(start(rule), [[P, 0, 1], [Q, 0, 1], ...series(Q, Array<number>(8).fill(1), 100)])).toEqual([[105, 0, 'normal', 'no-data', 'no-data']])
    })
  })
})

describe('a schedule', () => {
  // Event time 0 is Thursday 1970-01-01 00:00 UTC.
  const rule = { limit: 10, schedule: [{ days: [4], from: '00:01', to: '00:02' }] }
  it('judges nothing outside its hours', () => {
    expect(told(start(rule), [[P, 30, 99], [P, 59, 99]])).toEqual([])
  })
  it('judges within, and holds what it knows afterwards', () => {
    expect(told(start(rule), [[P, 60, 99], [P, 119, 99], [P, 121, 1]])).toEqual([[60, 0, 'normal', 'firing', 'breach']])
  })
  it('does not count the hours outside as held', () => {
    expect(told(start({ ...rule, forMs: 20_000 }), [[P, 110, 99], [P, 119, 99], [P, 125, 99], [P, 135, 99]])).toEqual([[110, 0, 'normal', 'pending', 'breach']])
  })
})

describe('a machine\'s own limits', () => {
  it('stand in for those of its class, and further levels keep their distance', () => {
    const own = { ...UNKNOWN_ASSET, overrides: new Map([['R', { limit: 20, clear: 18, low: null, high: null, bands: null }]]) }
    expect(told(start({ limit: 10, ladder: [{ limit: 15, priority: 1 }] }, own), series(P, [16, 21, 26]))).toEqual([[1, 0, 'normal', 'firing', 'breach'], [2, 1, 'normal', 'firing', 'breach']])
  })
})

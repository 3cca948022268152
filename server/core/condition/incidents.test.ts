import { describe, expect, it } from 'vitest'
import { batchOf, configOf, instanceOf } from './fixtures.ts'
import { Run } from './store.fixture.ts'
import type { EngineConfig, IncidentChange } from './types.ts'
import { NO_PAUSES } from './pauses.ts'

const run = (over: Partial<EngineConfig>): Run => new Run(configOf(over))
const VIB = { failureMode: 'VIB' }
const x = instanceOf({ limit: 10, ...VIB })
const y = instanceOf({ limit: 10, ...VIB }, { pointNo: 2 })
const severe = instanceOf({ limit: 50, priority: 1, ...VIB }, { ruleId: 'R1' })

/** changesOf folds rows one by one, each with an end that releases it, and lists what each did to the incidents. */
const changesOf = (made: Run, rows: readonly (readonly [number, number, number])[]): IncidentChange[][] =>
  rows.map((row) => {
    made.store.keep(batchOf([row]))
    made.engine.fold('S', batchOf([row, [77, row[1] + 1, 0]]))
    const effects = made.engine.takeEffects()
    made.store.save(effects)
    return effects.incidents.flatMap((one) => [...one.change])
  })

describe('an incident', () => {
  it('gathers all that fires under its key, and resolves when the last one clears', () => {
    const made = run({ rules: [x, y] })
    expect(changesOf(made, [[1, 1000, 11], [2, 2000, 12], [1, 3000, 1], [2, 4000, 13], [2, 5000, 1]])).toEqual([
      ['opened', 'evidence'], ['evidence'], ['evidence'], ['evidence'], ['evidence', 'resolved'],
    ])
    expect(made.incidents()).toEqual([{
      key: 'A:VIB', assetId: 'A', failureMode: 'VIB', ruleId: 'R', ruleVersionId: 'V', pointNo: 1, state: 'resolved', priority: 2, currentPriority: 2, openedAt: 1000, lastAt: 5000,
      resolvedAt: 5000, value: 11, limit: 10, peakValue: 13, peakAt: 4000, gateValue: null, firing: [], suppressed: false, suppressedReason: null,
    }])
  })

  it('names who fires, kept firings too', () => {
    const made = run({ rules: [x, instanceOf({ limit: 10, keepFiringMs: 5000, ...VIB }, { pointNo: 2 })] })
    changesOf(made, [[1, 1000, 11], [2, 1500, 11], [2, 2000, 1]])
    expect(made.incidents()).toMatchObject([{ state: 'open', firing: ['R:1', 'R:2'] }])
    expect(made.store.transitions.map((one) => [one.to, one.incident?.openedAt])).toEqual([['firing', 1000], ['firing', 1000], ['keep-firing', 1000]])
  })

  it('escalates to the more serious rule, which then leads, and stays as serious when that one clears', () => {
    const made = run({ rules: [x, severe] })
    expect(changesOf(made, [[1, 1000, 11], [1, 2000, 60], [1, 3000, 12], [1, 4000, 70]])).toEqual([
      ['opened', 'evidence'], ['evidence', 'escalated'], ['evidence', 'eased'], ['evidence'],
    ])
    expect(made.incidents()).toMatchObject([{ priority: 1, currentPriority: 1, ruleId: 'R1', value: 60, limit: 50, openedAt: 1000, peakValue: 70, peakAt: 4000 }])
  })

  it('does not become less serious when a less serious rule joins', () => {
    const made = run({ rules: [instanceOf({ limit: 10, ...VIB }, { pointNo: 2 }), severe] })
    expect(changesOf(made, [[1, 1000, 60], [2, 2000, 11]])).toEqual([['opened', 'evidence'], ['evidence']])
    expect(made.incidents()).toMatchObject([{ priority: 1, ruleId: 'R1', firing: ['R1:1', 'R:2'] }])
  })

  it('opens anew when it fires again after it was resolved', () => {
    const made = run({ rules: [x] })
    changesOf(made, [[1, 1000, 11], [1, 2000, 1], [1, 3000, 30], [1, 4000, 1]])
    expect(made.incidents().map((one) => [one.openedAt, one.resolvedAt, one.peakValue])).toEqual([[1000, 2000, 11], [3000, 4000, 30]])
  })

  it('is one while the value flaps within the time for which a firing is kept', () => {
    const made = run({ rules: [instanceOf({ limit: 10, keepFiringMs: 2500 })] })
    changesOf(made, Array.from({ length: 40 }, (_, step) => [1, step * 1000, step % 2 === 0 ? 11 : 1] as const))
    expect(made.incidents()).toMatchObject([{ openedAt: 0, state: 'open' }])
  })

  it('does not clear between the limit and the clear limit', () => {
    const made = run({ rules: [instanceOf({ limit: 10, clear: 8 })] })
    changesOf(made, [[1, 1000, 11], [1, 2000, 9], [1, 3000, 11], [1, 4000, 8.1], [1, 5000, 8]])
    expect(made.incidents().map((one) => [one.openedAt, one.resolvedAt])).toEqual([[1000, 5000]])
  })

  it.each([
    ['above: the largest', { limit: 10 }, [11, 30, 20], 30],
    ['below: the smallest', { direction: 'below', limit: 10 }, [9, 3, 5], 3],
    ['outside: the farthest from the middle', { direction: 'outside', low: 10, high: 20 }, [21, 3, 25], 3],
  ] as const)('keeps the peak in the rule\'s direction: %s', (_name, over, values, peak) => {
    const made = run({ rules: [instanceOf(over)] })
    changesOf(made, values.map((value, step) => [1, step * 1000, value] as const))
    expect(made.incidents()).toMatchObject([{ peakValue: peak, peakAt: values.findIndex((value) => value === peak) * 1000 }])
  })

  it('does not set the values of another quantity against the peak', () => {
    const temperature = instanceOf({ limit: 50, ...VIB }, { ruleId: 'T', pointNo: 2 })
    const made = run({ rules: [x, temperature] })
    changesOf(made, [[1, 1000, 11], [2, 2000, 95]])
    expect(made.incidents()).toMatchObject([{ peakValue: 11, firing: ['R:1', 'T:2'] }])
  })

  it('starts the peak anew when a rule on another point takes the lead', () => {
    const temperature = instanceOf({ limit: 50, priority: 1, ...VIB }, { ruleId: 'T', pointNo: 2 })
    const made = run({ rules: [instanceOf({ limit: 500, ...VIB }), temperature] })
    changesOf(made, [[1, 1000, 600], [2, 2000, 95], [1, 3000, 700]])
    expect(made.incidents()).toMatchObject([{ pointNo: 2, peakValue: 95, peakAt: 2000, value: 95, limit: 50 }])
  })

  it('is found again after a restart in the middle of it', () => {
    const made = run({ rules: [x, severe] })
    changesOf(made, [[1, 1000, 11]])
    made.restart()
    changesOf(made, [[1, 2000, 60]])
    made.restart()
    changesOf(made, [[1, 3000, 1]])
    expect(made.incidents()).toMatchObject([{ openedAt: 1000, resolvedAt: 3000, priority: 1, peakValue: 60 }])
  })

  it('takes the limit and the gate\'s value of the band that fired', () => {
    const gated = instanceOf({ forMs: 2000, gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 1 }, { from: 60, to: 75, limit: 5 }] } })
    const made = run({ rules: [gated] }).fold('S', batchOf([[9, 0, 50], [1, 0, 9], [9, 1000, 70], [1, 1000, 8], [9, 2500, 70], [1, 2500, 7]]))
    made.tick('S', 2500)
    expect(made.incidents()).toMatchObject([{ openedAt: 2000, value: 8, limit: 5, gateValue: 70, peakValue: 8, peakAt: 1000 }])
  })
})

describe('maintenance', () => {
  const maintenance = [{ assetId: 'A', from: 1000, to: 5000, reason: 'new bearing' }]

  it('never keeps a safety rule quiet, nor its silence', () => {
    const safe = { ...instanceOf({ limit: 10, noData: { policy: 'alert', afterMs: 1000 } }), safety: true }
    const made = run({ rules: [safe], maintenance }).fold('S', batchOf([[1, 1500, 12], [77, 4000, 0]])).fold('S', batchOf([[77, 6000, 0]]))
    expect(made.incidents()).toMatchObject([{ openedAt: 1500, suppressed: false }, { openedAt: 2500, suppressed: false }])
  })

  it.each([
    ['opens before: not suppressed', [[1, 999, 11]], false],
    ['opens as it starts: suppressed', [[1, 1000, 11]], true],
    ['opens as it ends: not suppressed', [[1, 5000, 11]], false],
    ['opens on another asset: not suppressed', [[3, 1000, 11]], false],
    ['still fires at the first reading after: no longer suppressed', [[1, 2000, 11], [1, 5000, 11]], false],
    ['is between the limits at the first reading after: no longer suppressed', [[1, 2000, 11], [1, 5000, 9]], false],
    ['last fired inside it: suppressed', [[1, 2000, 11], [1, 4999, 11]], true],
    ['cleared inside it: suppressed to the end', [[1, 2000, 11], [1, 3000, 1], [1, 6000, 1]], true],
  ] as const)('%s', (_name, rows, suppressed) => {
    const elsewhere = { ...instanceOf({ limit: 10 }, { pointNo: 3 }), assetId: 'B', incidentKey: 'B:rule:R' }
    const made = run({ rules: [instanceOf({ limit: 10, clear: 8 }), elsewhere], maintenance })
    changesOf(made, rows)
    expect(made.incidents()).toMatchObject([{ suppressed, suppressedReason: suppressed ? 'new bearing' : null }])
  })

  it('says when the suppression is lifted, once', () => {
    const made = run({ rules: [x], maintenance })
    expect(changesOf(made, [[1, 2000, 11], [1, 6000, 11], [1, 7000, 11]])).toEqual([['opened', 'evidence'], ['evidence', 'unsuppressed'], ['evidence']])
  })

  it('is not lifted by a reading while the gate is unknown', () => {
    const gated = instanceOf({ gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 1 }] } })
    const made = run({ rules: [gated], maintenance })
    changesOf(made, [[9, 2000, 50], [1, 2100, 9], [9, 6000, 0], [1, 6001, 9]])
    expect(made.incidents()).toMatchObject([{ suppressed: true }])
    changesOf(made, [[9, 7000, 50], [1, 7001, 9]])
    expect(made.incidents()).toMatchObject([{ suppressed: false }])
  })

  it('counts windows that join as one', () => {
    const joined = [...maintenance, { assetId: 'A', from: 5000, to: 9000, reason: 'test run' }]
    const made = run({ rules: [instanceOf({ limit: 10, noData: { policy: 'alert', afterMs: 1000 } })], maintenance: joined })
    expect(made.fold('S', batchOf([[1, 500, 0]])).tick('S', 600).engine.deadlines()).toBe(9001)
  })
})

describe('silence', () => {
  const alert = instanceOf({ limit: 10, priority: 1, noData: { policy: 'alert', afterMs: 4000 }, ...VIB })

  it('opens an incident of its own, no more urgent than priority 3, that data resolves', () => {
    const made = run({ rules: [alert] })
    changesOf(made, [[1, 1000, 3]])
    made.tick('S', 5001)
    expect(made.incidents()).toMatchObject([{ key: 'A:rule:R:no-data', failureMode: null, priority: 3, openedAt: 5000, value: 3, limit: 10, firing: ['R:1'], state: 'open' }])
    changesOf(made, [[1, 6000, 3]])
    expect(made.incidents()).toMatchObject([{ state: 'resolved', resolvedAt: 6000 }])
  })

  it('leaves the incident of a firing rule open, and firing goes on with the data', () => {
    const made = run({ rules: [alert] })
    changesOf(made, [[1, 1000, 30]])
    made.tick('S', 9000).restart()
    expect(made.incidents().map((one) => [one.key, one.state, one.priority])).toEqual([['A:VIB', 'open', 1], ['A:rule:R:no-data', 'open', 3]])
    changesOf(made, [[1, 10_000, 40], [1, 11_000, 1]])
    expect(made.incidents().map((one) => [one.key, one.openedAt, one.resolvedAt, one.peakValue])).toEqual([['A:VIB', 1000, 11_000, 40], ['A:rule:R:no-data', 5000, 10_000, 30]])
  })

  it('of two points of one rule is one incident', () => {
    const made = run({ rules: [alert, instanceOf({ limit: 10, priority: 1, noData: { policy: 'alert', afterMs: 4000 }, ...VIB }, { pointNo: 2 })] })
    changesOf(made, [[1, 1000, 3], [2, 1100, 3]])
    made.tick('S', 9000)
    expect(made.incidents()).toMatchObject([{ firing: ['R:1', 'R:2'], openedAt: 5000 }])
  })

  it('resolves the incident where the rule lets go', () => {
    const made = run({ rules: [instanceOf({ limit: 10, noData: { policy: 'ok', afterMs: 4000 } })] })
    changesOf(made, [[1, 1000, 30]])
    expect(made.tick('S', 5001).incidents()).toMatchObject([{ openedAt: 1000, resolvedAt: 5000 }])
  })

  it('under maintenance is told after it, not suppressed', () => {
    const made = run({ rules: [alert], maintenance: [{ assetId: 'A', from: 4000, to: 20_000, reason: 'new bearing' }] })
    changesOf(made, [[1, 1000, 3]])
    expect(made.tick('S', 20_000).incidents()).toEqual([])
    expect(made.tick('S', 20_001).incidents()).toMatchObject([{ openedAt: 20_000, suppressed: false }])
  })

  it('of a replaying source is told by its own event time', () => {
    const made = run({ rules: [alert, instanceOf({ limit: 10 }, { ruleId: 'Q', pointNo: 2 })], sources: [{ sourceId: 'S', clock: 'replay', reorderWindowMs: 0, watermark: null, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES }] })
    made.fold('S', batchOf([[1, 1000, 3], [2, 1000, 3], [2, 5000, 3]]))
    expect(made.incidents()).toEqual([])
    expect(made.fold('S', batchOf([[2, 5001, 3]])).incidents()).toMatchObject([{ openedAt: 5000 }])
  })
})

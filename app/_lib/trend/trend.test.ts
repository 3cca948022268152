import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#server/core/kernel/time.ts'
import { alignSeries, splitRuns, usualSpacing } from './align.ts'
import { breachRuns, limitAt } from './limits.ts'
import type { SeriesPoint, TrendLimit } from './model.ts'
import { linearRange, linearTicks, logRange, logTicks } from './ticks.ts'
import { timeTicks, zoneOffset } from './time-ticks.ts'
import { canBeLog, startsLog } from './values.ts'

const at = (ts: number, value: number): SeriesPoint => [ts, value, value, value]
const series = (id: string, points: readonly SeriesPoint[], gapMs: number) => ({ id, label: id, short: id, unit: '', points, gapMs })

describe('alignSeries', () => {
  it('keeps a gap as null and a moment of another series as undefined', () => {
    const [moments, first, second] = alignSeries([
      series('a', [at(0, 1), at(10, 2), at(100, 3)], 20),
      series('b', [at(5, 9), at(10, 8)], 20),
    ])
    expect(moments).toEqual([0, 5, 10, 11, 100])
    expect(first).toEqual([1, undefined, 2, null, 3])
    expect(second).toEqual([undefined, 9, 8, undefined, undefined])
  })
  it('is empty without series', () => {
    expect(alignSeries([])).toEqual([[]])
  })
})

describe('splitRuns', () => {
  it('cuts only at longer pauses', () => {
    expect(splitRuns([at(0, 1), at(20, 1), at(41, 1)], 20).map((run) => run.length)).toEqual([2, 1])
  })
  it('has no run without points', () => {
    expect(splitRuns([], 20)).toEqual([])
  })
})

describe('usualSpacing', () => {
  it('is the median, so that one long gap does not count', () => {
    expect(usualSpacing([at(0, 1), at(10, 1), at(20, 1), at(500, 1)])).toBe(10)
    expect(usualSpacing([at(0, 1)])).toBe(0)
  })
})

describe('limits', () => {
  const stepped: TrendLimit = {
    seriesId: 'a', label: '', direction: 'above', priority: 2, steps: [{ from: 0, value: 0.18 }, { from: 100, value: 0.5 }, { from: 200, value: null }],
  }
  it('is the step in force', () => {
    expect([-1, 0, 99, 100, 250].map((ts) => limitAt(stepped.steps, ts))).toEqual([null, 0.18, 0.18, 0.5, null])
  })
  it('shades only what lies beyond, with both levels at a step', () => {
    const run = [at(0, 0.1), at(40, 1), at(80, 1), at(120, 1), at(160, 0.4), at(220, 9)]
    expect(breachRuns(run, stepped)).toEqual([[
      { ts: 40, value: 1, limit: 0.18 }, { ts: 80, value: 1, limit: 0.18 },
      { ts: 100, value: 1, limit: 0.18 }, { ts: 100, value: 1, limit: 0.5 }, { ts: 120, value: 1, limit: 0.5 },
    ]])
  })
  it('knows the other direction', () => {
    const below: TrendLimit = { ...stepped, direction: 'below', steps: [{ from: 0, value: 60 }] }
    expect(breachRuns([at(0, 80), at(10, 50), at(20, 40), at(30, 70)], below)).toEqual([[
      { ts: 10, value: 50, limit: 60 }, { ts: 20, value: 40, limit: 60 },
    ]])
  })
})

describe('several limits', () => {
  it('leaves the area to the worse one', () => {
    const limit = (value: number, priority: 2 | 3): TrendLimit => ({ seriesId: 'a', label: '', direction: 'above', priority, steps: [{ from: 0, value }] })
    const run = [at(0, 45), at(10, 46), at(20, 55), at(30, 56)]
    expect(breachRuns(run, limit(42, 3), [limit(52, 2)])).toEqual([[{ ts: 0, value: 45, limit: 42 }, { ts: 10, value: 46, limit: 42 }]])
    expect(breachRuns(run, limit(52, 2))).toHaveLength(1)
  })
})

describe('the axis', () => {
  const model = (values: readonly number[], steps: TrendLimit['steps']) => ({
    from: 0, to: 100, now: null, marks: [], strip: null, series: [series('a', values.map((value, index) => at(index, value)), 10)],
    limits: [{ seriesId: 'a', label: '', direction: 'above' as const, priority: 2 as const, steps }],
  })
  const stepped = [{ from: 0, value: 0.18 }, { from: 5, value: 0.5 }]
  it('begins logarithmic only for a stepped limit over a wide span', () => {
    expect(startsLog(model([0.05, 2], stepped))).toBe(true)
    expect(startsLog(model([0.05, 0.2], stepped))).toBe(false)
    expect(startsLog(model([0.05, 2], [{ from: 0, value: 0.5 }]))).toBe(false)
  })
  it('cannot be logarithmic with zero in it, or with nothing', () => {
    expect(canBeLog(model([0, 2], stepped))).toBe(false)
    expect(canBeLog(model([], []))).toBe(false)
  })
})

describe('value ticks', () => {
  it('are round', () => {
    expect(linearTicks(0, 60, 6)).toEqual([0, 10, 20, 30, 40, 50, 60])
    expect(linearTicks(0.1, 0.32, 5)).toEqual([0.1, 0.15, 0.2, 0.25, 0.3])
    expect(logTicks(0.05, 5, 8)).toEqual([0.05, 0.1, 0.2, 0.5, 1, 2, 5])
    expect(logTicks(0.01, 1000, 8)).toEqual([0.01, 0.1, 1, 10, 100, 1000])
  })
  it('cover the values', () => {
    expect(linearRange([1, 50])[0]).toBe(0)
    expect(linearRange([]).every(Number.isFinite)).toBe(true)
    expect(logRange([0, 0.08, 3.2])).toEqual([0.05, 5])
    expect(logRange([0])).toBeNull()
  })
})

describe('timeTicks', () => {
  const BERLIN = 'Europe/Berlin'
  it('knows the offset of winter and summer', () => {
    expect(zoneOffset(Date.UTC(2026, 0, 1), BERLIN)).toBe(HOUR_MS)
    expect(zoneOffset(Date.UTC(2026, 6, 1), BERLIN)).toBe(2 * HOUR_MS)
  })
  it('begins days at midnight of the site, also when the clocks change', () => {
    const days = timeTicks(Date.UTC(2026, 9, 23, 12), Date.UTC(2026, 9, 27, 12), BERLIN, 6)
    expect(days.map((tick) => new Date(tick.at).toISOString().slice(5, 16))).toEqual([
      '10-23T22:00', '10-24T22:00', '10-25T23:00', '10-26T23:00',
    ])
    expect(days.every((tick) => tick.midnight)).toBe(true)
  })
  it('stays below the count', () => {
    for (const span of [5 * MINUTE_MS, HOUR_MS, DAY_MS, 30 * DAY_MS, 900 * DAY_MS]) {
      expect(timeTicks(0, span, BERLIN, 7).length).toBeLessThanOrEqual(8)
    }
  })
})

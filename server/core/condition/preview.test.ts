import { describe, expect, it } from 'vitest'
import { definitionOf } from './fixtures.ts'
import { compileForAsset } from './compile.ts'
import { previewLevels, previewRule } from './preview.ts'
import type { Series } from './preview.ts'

const staleness = { stalenessMs: 10_000, gateStalenessMs: 10_000 }
const seriesOf = (...rows: readonly (readonly [number, number])[]): Series => ({ t: rows.map((row) => row[0]), value: rows.map((row) => row[1]) })
const above = definitionOf({ limit: 10, forMs: 2000 })

describe('previewRule', () => {
  it.each([
    ['no reading', seriesOf(), []],
    ['nothing over the limit', seriesOf([0, 1], [1000, 2]), []],
    ['a breach that is too short', seriesOf([0, 11], [1000, 1], [2000, 11], [3000, 1]), []],
    ['a firing that ends', seriesOf([0, 11], [1000, 30], [2000, 12], [3000, 50], [4000, 1]), [{ from: 2000, to: 4000, peak: 50, peakAt: 3000, limit: 10, priority: 2 }]],
    ['a firing at the very last reading, which still lasts', seriesOf([0, 11], [2000, 12]), [{ from: 2000, to: null, peak: 12, peakAt: 2000, limit: 10, priority: 2 }]],
    ['two firings', seriesOf([0, 11], [2000, 11], [3000, 1], [4000, 11], [6000, 11], [7000, 1]),
      [{ from: 2000, to: 3000, peak: 11, peakAt: 0, limit: 10, priority: 2 }, { from: 4000 + 2000, to: 7000, peak: 11, peakAt: 4000, limit: 10, priority: 2 }]],
  ])('gives %s', (_name, values, firings) => {
    expect(previewRule(above, values, null, staleness)).toEqual(firings)
  })

  it('judges by the gate of the same instant', () => {
    const gated = definitionOf({ gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 1 }, { from: 80, to: 100, limit: 5 }] } })
    const values = seriesOf([0, 3], [1000, 3], [2000, 6], [3000, 0])
    expect(previewRule(gated, values, seriesOf([0, 90], [1000, 50], [2000, 90]), staleness)).toEqual([{ from: 1000, to: 3000, peak: 6, peakAt: 2000, limit: 1, priority: 2 }])
  })

  it('gives nothing for a gated rule without the gate\'s readings', () => {
    const gated = definitionOf({ gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 1 }] } })
    expect(previewRule(gated, seriesOf([0, 99], [1000, 99]), null, staleness)).toEqual([])
  })

  it('leaves silence out: it is no firing of the limit', () => {
    const alert = definitionOf({ limit: 10, noData: { policy: 'alert', afterMs: 1000 } })
    expect(previewRule(alert, seriesOf([0, 1], [5000, 11], [6000, 1]), null, staleness)).toEqual([{ from: 5000, to: 6000, peak: 11, peakAt: 5000, limit: 10, priority: 2 }])
  })

  it('is the same over many chunks: a day of seconds', () => {
    const n = 86_400
    const values = { t: Float64Array.from({ length: n }, (_, s) => s * 1000), value: Float64Array.from({ length: n }, (_, s) => (s % 10_000 < 100 ? 20 + (s % 100) : 0)) }
    const firings = previewRule(above, values, null, staleness)
    expect(firings.map((one) => [one.from, one.to, one.peak])).toEqual(Array.from({ length: 9 }, (_, k) => [k * 1e7 + 2000, k * 1e7 + 100_000, 119]))
  })
})

describe('previewLevels', () => {
  const levels = (over: Parameters<typeof definitionOf>[0]) =>
    compileForAsset({ ruleId: 'R', ruleVersionId: 'V', definition: definitionOf(over) }, [{ no: 1, code: 'p', assetId: 'A', stalenessMs: 10_000 }, { no: 2, code: 'q', assetId: 'A', stalenessMs: 10_000 }])
  const ramp = (pointNo: number, of: (second: number) => number, seconds = 20) =>
    ({ pointNo, t: Array.from({ length: seconds }, (_, i) => i * 1000), value: Array.from({ length: seconds }, (_, i) => of(i)) })

  it('gives the course of what is judged, where it can be told', () => {
    const { judged, firings } = previewLevels(levels({ limit: 100, measure: { kind: 'rate', windowMs: 5000, per: 'second' } }), [ramp(1, (second) => 2 * second)])
    expect(judged.t[0]).toBeGreaterThanOrEqual(4000)
    expect(judged.value.every((value) => Math.abs(value - 2) < 1e-9)).toBe(true)
    expect(firings).toEqual([])
  })
  it('reads the other points of an expression', () => {
    const { firings } = previewLevels(levels({ measure: { kind: 'expression', text: 'p > q' } }), [ramp(1, (second) => second), ramp(2, () => 10)])
    expect(firings).toMatchObject([{ from: 11_000, to: null }])
  })
  it('names the most urgent level that was reached', () => {
    const { firings } = previewLevels(levels({ limit: 5, priority: 3, ladder: [{ limit: 15, priority: 1 }] }), [ramp(1, (second) => second)])
    expect(firings).toMatchObject([{ from: 6000, priority: 1, peak: 19 }])
  })
  it('finds a silent sensor by what else its source sends', () => {
    const silent = levels({ measure: { kind: 'silence' }, noData: { policy: 'alert', afterMs: 5000 } })
    expect(previewLevels(silent, [ramp(1, () => 1, 5), ramp(2, () => 1)]).firings).toHaveLength(1)
    expect(previewLevels(silent, [ramp(1, () => 1, 20), ramp(2, () => 1)]).firings).toEqual([])
  })
})

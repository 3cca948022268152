import { compileLevels, noDataKeyOf, UNKNOWN_ASSET } from './compile.ts'
import type { RuleDefinition } from './definition.ts'
import { createEngine } from './engine.ts'
import type { Batch, CompiledRule, Engine } from './types.ts'
import { NO_PAUSES } from './pauses.ts'

/** Series is the readings of one point in columns, oldest first; t in epoch ms. */
export interface Series { readonly t: ArrayLike<number>; readonly value: ArrayLike<number> }

/** Firing is one stretch in which a rule fires; `to` is null where it still does at the end of the readings. */
export interface Firing {
  readonly from: number
  readonly to: number | null
  readonly peak: number
  readonly peakAt: number
  readonly limit: number
  /** The most urgent level that was reached. */
  readonly priority: number
}

/** PreviewStaleness is how old a value of the point and of its gate may be, in ms. */
export interface PreviewStaleness { readonly stalenessMs: number; readonly gateStalenessMs: number }

/** PointSeries is the readings of one point, by its number. */
export interface PointSeries extends Series { readonly pointNo: number }

/** Previewed is when a rule would have fired, and the course of what it judged. */
export interface Previewed { readonly firings: Firing[]; readonly judged: { readonly t: number[]; readonly value: number[] } }

const POINT = 2
const GATE = 1
const CHUNK = 8192

/**
 * previewRule tells when a rule would have fired on recorded readings, judged by the engine that judges live ones. Pass the
 * gate's readings from one gate staleness before the first value on, or the gate is unknown at first. Maintenance is not looked at.
 */
export const previewRule = (definition: RuleDefinition, values: Series, gate: Series | null, staleness: PreviewStaleness): Firing[] => {
  const rules = compileLevels(
    { ruleId: 'preview', ruleVersionId: 'preview', definition },
    { no: POINT, assetId: 'preview', stalenessMs: staleness.stalenessMs },
    { gate: gate === null ? null : { no: GATE, stalenessMs: staleness.gateStalenessMs }, points: [], asset: UNKNOWN_ASSET },
  )
  return previewLevels(rules, [{ pointNo: POINT, ...values }, ...(gate === null ? [] : [{ pointNo: GATE, ...gate }])]).firings
}

/**
 * previewLevels tells when the levels of a rule on one point would have fired on recorded readings, and what was judged at its first level. Pass the
 * readings of the point, of its gate, and of the points its expression reads; for a rule about silence, of others of its source too.
 */
export const previewLevels = (rules: readonly CompiledRule[], series: readonly PointSeries[]): Previewed => {
  const [first] = rules
  const isSilence = first?.definition.measure.kind === 'silence'
  const key = first === undefined ? '' : isSilence ? noDataKeyOf(first) : first.incidentKey
  const judged: Previewed['judged'] = { t: [], value: [] }
  const engine = createEngine({
    rules, states: [], incidents: [], maintenance: [],
    // What is heard of the source besides the rule's own points tells that it was not silent itself.
    last: series.map(({ pointNo }) => ({ pointNo, sourceId: null, recent: [], runningSince: null })),
    sources: [{ sourceId: 'preview', clock: 'live', reorderWindowMs: 0, watermark: null, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES }],
    observe: (rule, t, value) => {
      if (rule.level > 0 || value === null) return
      judged.t.push(t)
      judged.value.push(value)
    },
  })
  const firings = new Map<number, Firing>()
  const collect = (): void => {
    for (const { incident } of engine.takeEffects().incidents) {
      if (incident.key !== key) continue
      firings.set(incident.openedAt, {
        from: incident.openedAt, to: incident.resolvedAt, peak: incident.peakValue, peakAt: incident.peakAt, limit: incident.limit, priority: incident.priority,
      })
    }
  }
  const end = foldMerged(engine, series, collect)
  if (end !== null) engine.tick('preview', end)
  collect()
  return { firings: [...firings.values()], judged }
}

/** foldMerged feeds all series in the order of time, chunk by chunk, and gives the newest time. */
const foldMerged = (engine: Engine, series: readonly PointSeries[], afterChunk: () => void): number | null => {
  const batch: Batch = {
    n: CHUNK, pointNo: new Int32Array(CHUNK), t: new Float64Array(CHUNK), value: new Float64Array(CHUNK), judge: new Uint8Array(CHUNK).fill(1),
  }
  const heads = series.map((one) => ({ one, row: 0 }))
  const timeOf = ({ one, row }: { one: PointSeries; row: number }): number => (row < one.t.length ? (one.t[row] ?? Infinity) : Infinity)
  let n = 0
  let newest: number | null = null
  for (;;) {
    const next = heads.reduce<(typeof heads)[number] | null>((earliest, head) => (timeOf(head) < (earliest === null ? Infinity : timeOf(earliest)) ? head : earliest), null)
    if (next === null) break
    batch.pointNo[n] = next.one.pointNo
    batch.t[n] = newest = next.one.t[next.row] ?? 0
    batch.value[n] = next.one.value[next.row] ?? NaN
    next.row += 1
    n += 1
    if (n === CHUNK) {
      engine.fold('preview', batch)
      afterChunk()
      n = 0
    }
  }
  engine.fold('preview', { ...batch, n })
  return newest
}

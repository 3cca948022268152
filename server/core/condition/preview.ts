import { compileLevels, UNKNOWN_ASSET } from './compile.ts'
import type { RuleDefinition } from './definition.ts'
import { createEngine } from './engine.ts'
import type { Batch, Engine } from './types.ts'
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
}

/** PreviewStaleness is how old a value of the point and of its gate may be, in ms. */
export interface PreviewStaleness { readonly stalenessMs: number; readonly gateStalenessMs: number }

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
  const key = rules[0]?.incidentKey
  const engine = createEngine({
    rules, states: [], incidents: [], maintenance: [], last: [],
    sources: [{ sourceId: 'preview', clock: 'live', reorderWindowMs: 0, watermark: null, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES }],
  })
  const firings = new Map<number, Firing>()
  const collect = (): void => {
    for (const { incident } of engine.takeEffects().incidents) {
      if (incident.key !== key) continue
      firings.set(incident.openedAt, { from: incident.openedAt, to: incident.resolvedAt, peak: incident.peakValue, peakAt: incident.peakAt, limit: incident.limit })
    }
  }
  const end = foldMerged(engine, values, gate ?? { t: [], value: [] }, collect)
  if (end !== null) engine.tick('preview', end)
  collect()
  return [...firings.values()]
}

/** foldMerged feeds both series in the order of time, chunk by chunk, and gives the newest time. */
const foldMerged = (engine: Engine, values: Series, gate: Series, afterChunk: () => void): number | null => {
  const batch: Batch = {
    n: CHUNK, pointNo: new Int32Array(CHUNK), t: new Float64Array(CHUNK), value: new Float64Array(CHUNK), judge: new Uint8Array(CHUNK).fill(1),
  }
  let [v, g, n] = [0, 0, 0]
  let newest: number | null = null
  while (v < values.t.length || g < gate.t.length) {
    const fromGate = g < gate.t.length && (v >= values.t.length || (gate.t[g] ?? 0) <= (values.t[v] ?? 0))
    const [series, row] = fromGate ? [gate, g++] : [values, v++]
    batch.pointNo[n] = fromGate ? GATE : POINT
    batch.t[n] = newest = series.t[row] ?? 0
    batch.value[n] = series.value[row] ?? NaN
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

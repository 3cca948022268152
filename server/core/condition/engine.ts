import { openLane } from './lane.ts'
import type { Lane, SourceLane } from './lane.ts'
import { earliestDeadline, runDue } from './lane-deadlines.ts'
import { takeEffects } from './lane-effects.ts'
import { release } from './lane-release.ts'
import { saveSignals } from './lane-signals.ts'
import { restoreLane } from './restore.ts'
import { at0 } from './table.ts'
import type { Batch, Engine, EngineConfig } from './types.ts'

/** createEngine rebuilds a lane's engine from what is stored; what a changed rule set ends is among its first effects. */
export const createEngine = (config: EngineConfig): Engine => {
  const lane = openLane(config)
  restoreLane(lane, config)
  return {
    lateMask: (sourceId, t, n) => lateMask(sourceOf(lane, sourceId), t, n),
    fold: (sourceId, batch) => { fold(lane, sourceOf(lane, sourceId), batch) },
    tick: (sourceId, at) => { tick(lane, sourceOf(lane, sourceId), at) },
    deadlines: () => earliestDeadline(lane),
    takeEffects: () => takeEffects(lane),
    saveSignals: () => saveSignals(lane),
  }
}

const sourceOf = (lane: Lane, sourceId: string): SourceLane => {
  const source = lane.sourceOf.get(sourceId)
  if (source === undefined) throw new Error(`source ${sourceId} is not in the engine's configuration`)
  return source
}

const lateMask = (source: SourceLane, t: Float64Array, n: number): Uint8Array => {
  const mask = new Uint8Array(n)
  for (let row = 0; row < n; row += 1) if (at0(t, row) < source.watermark) mask[row] = 1
  return mask
}

const fold = (lane: Lane, source: SourceLane, batch: Batch): void => {
  let newest = -Infinity
  for (let row = 0; row < batch.n; row += 1) {
    const t = at0(batch.t, row)
    if (t > newest) newest = t
    const value = at0(batch.value, row)
    if (batch.judge[row] !== 1 || t < source.watermark || !Number.isFinite(t) || !Number.isFinite(value)) continue
    const point = lane.table.indexOf.get(at0(batch.pointNo, row))
    if (point !== undefined) source.rows.push(point, t, value)
  }
  source.touched = true
  source.watermark = Math.max(source.watermark, newest - source.reorderWindowMs)
  release(lane, source, source.watermark)
  runDue(lane, source, source.watermark, true)
}

const tick = (lane: Lane, source: SourceLane, at: number): void => {
  if (!source.live) return
  source.touched = true
  source.evaluatedThrough = Math.max(source.evaluatedThrough, at)
  release(lane, source, source.watermark)
  runDue(lane, source, at)
}

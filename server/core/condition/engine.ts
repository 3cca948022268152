import { openLane } from './lane.ts'
import type { Lane, SourceLane } from './lane.ts'
import { deadlineOf, earliestDeadline, requeuePoint, runDue } from './lane-deadlines.ts'
import { stepPoint } from './lane-step.ts'
import { restoreLane } from './restore.ts'
import { NORMAL } from './state.ts'
import { at0 } from './table.ts'
import type { Batch, Effects, Engine, EngineConfig, Judged, StateEffect } from './types.ts'

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
    if (batch.judge[row] !== 1 || !Number.isFinite(t) || !Number.isFinite(value)) continue
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

/** release judges the waiting readings strictly before a time, and those up to where a tick has already gone, in order. */
const release = (lane: Lane, source: SourceLane, before: number): void => {
  const { rows } = source
  rows.sort()
  let row = 0
  while (row < rows.n && (at0(rows.t, row) < before || at0(rows.t, row) <= source.evaluatedThrough)) {
    const t = at0(rows.t, row)
    row = judgeInstant(lane, source, row)
    if (t > source.evaluatedThrough) source.evaluatedThrough = t
  }
  rows.dropFirst(row)
}

/** judgeInstant judges all readings of one instant: gates are set first, then deadlines up to it pass, then values are judged. */
const judgeInstant = (lane: Lane, source: SourceLane, begin: number): number => {
  const { table } = lane
  const { point, t, value, n } = source.rows
  const now = at0(t, begin)
  let row = begin
  for (; row < n && t[row] === now; row += 1) {
    const gate = table.rings[at0(point, row)]
    if (!gate) break
    if (now > at0(table.lastT, at0(point, row))) gate.push(now, at0(value, row))
  }
  if (source.deadlines.earliest <= now) runDue(lane, source, now)
  for (row = begin; row < n && t[row] === now; row += 1) judgeReading(lane, source, at0(point, row), now, at0(value, row))
  return row
}

const judgeReading = (lane: Lane, source: SourceLane, point: number, t: number, value: number): void => {
  const { table } = lane
  const gap = t - at0(table.lastT, point)
  if (!(gap > 0)) return
  const moved = table.source[point] !== source.index
  const quiet = !moved && table.active[point] === 0 && gap <= at0(table.quietGap, point) &&
    value <= at0(table.quietHigh, point) && value >= at0(table.quietLow, point)
  if (!quiet) {
    if (moved) {
      table.source[point] = source.index
      lane.pointSources.push({ pointNo: at0(table.pointNo, point), sourceId: source.sourceId })
    }
    stepPoint(lane, point, t, value)
  }
  table.lastT[point] = t
  table.lastValue[point] = value
  if (!quiet) requeuePoint(lane, point)
}

const takeStates = (lane: Lane): StateEffect[] =>
  [...lane.dirty].flatMap((instance) => {
    const rule = lane.table.rules[instance]
    if (rule === undefined) return []
    const state = lane.table.states[instance] ?? NORMAL
    return [{ ruleId: rule.ruleId, pointNo: rule.pointNo, ruleVersionId: rule.ruleVersionId, state, deadline: deadlineOf(lane, instance) }]
  })

const waitingOf = (lane: Lane, source: SourceLane): Judged[] =>
  Array.from({ length: source.rows.n }, (_, row) => ({
    pointNo: at0(lane.table.pointNo, at0(source.rows.point, row)), t: at0(source.rows.t, row), value: at0(source.rows.value, row),
  }))

const orNull = (time: number): number | null => (time === -Infinity ? null : time)

const takeEffects = (lane: Lane): Effects => {
  const effects: Effects = {
    transitions: lane.transitions,
    incidents: lane.book.take(),
    states: takeStates(lane),
    sources: lane.sources.filter((source) => source.touched).map((source) => ({
      sourceId: source.sourceId, watermark: orNull(source.watermark), evaluatedThrough: orNull(source.evaluatedThrough), waiting: waitingOf(lane, source),
    })),
    pointSources: lane.pointSources,
  }
  lane.transitions = []
  lane.pointSources = []
  lane.dirty.clear()
  for (const source of lane.sources) source.touched = false
  return effects
}

import type { Lane, SourceLane } from './lane.ts'
import { requeuePoint, requeuePostponed, runDue } from './lane-deadlines.ts'
import { stepPoint } from './lane-step.ts'
import { at0 } from './table.ts'

/** release judges the waiting readings strictly before a time, and those up to where a tick has already gone, in order. */
export const release = (lane: Lane, source: SourceLane, before: number): void => {
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
    gate.push(now, at0(value, row))
  }
  if (source.deadlines.earliest <= now) runDue(lane, source, now)
  for (row = begin; row < n && t[row] === now; row += 1) judgeReading(lane, source, at0(point, row), now, at0(value, row))
  source.pauses.instant(now)
  if (source.postponed.length > 0) requeuePostponed(lane, source)
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

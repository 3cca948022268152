import { unpackBatch } from '#server/core/telemetry/packed-batch.ts'
import { LATE, UNJUDGED_HISTORY } from '#server/core/telemetry/quality.ts'
import { siftBatch, type SiftedColumns, type SiftFault } from '#server/core/telemetry/sift.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import type { SystemClient } from '#server/platform/db.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import type { LaneMemory } from './lane-memory.ts'

/** StoredBatch is a batch after its readings were stored: its rows among all stored columns, and which of them are to be judged. */
export interface StoredBatch {
  readonly inbox: telemetry.InboxBatch
  readonly from: number
  readonly to: number
  readonly outcome: telemetry.InboxOutcome
}

/** StoredRows is everything a drain stored: columns in canonical units, and per row whether it may be judged. */
export interface StoredRows {
  readonly columns: SiftedColumns
  readonly judge: Uint8Array
  readonly batches: readonly StoredBatch[]
}

interface Span {
  readonly inbox: telemetry.InboxBatch
  readonly from: number
  readonly to: number
  readonly late: number
  readonly quarantined: number
  readonly through: number | null
}

const QUALITY_MASK = 3
const BAD = 2
const unjudgeable = (quality: number): boolean => (quality & LATE) !== 0 || (quality & QUALITY_MASK) === BAD

const quarantined = (inbox: telemetry.InboxBatch, batch: ReturnType<typeof unpackBatch>, fault: SiftFault): telemetry.QuarantinedRow => ({
  batchId: inbox.id, sourceId: inbox.sourceId, pointNo: batch.pointNo[fault.row]!, index: batch.index[fault.row]!, t: batch.t[fault.row]!,
  value: batch.value[fault.row]!, unit: fault.unit, code: fault.code, detail: fault.detail,
})

// One span a day, so that a batch with one old row does not make a year of roll-ups due.
function daySpans(t: Float64Array, n: number): { from: number; to: number }[] {
  const spans = new Map<number, { from: number; to: number }>()
  for (let i = 0; i < n; i++) {
    const at = t[i]!
    const day = Math.floor(at / DAY_MS)
    const span = spans.get(day)
    if (!span) spans.set(day, { from: at, to: at })
    else if (at < span.from) span.from = at
    else if (at > span.to) span.to = at
  }
  return [...spans.values()]
}

/**
 * storeBatches sifts and stores the readings of the batches in one statement, quarantines what cannot be stored, and marks
 * which rows are to be judged on the batch's track: newly stored, not late there, not of bad quality.
 */
export async function storeBatches(client: SystemClient, lane: telemetry.LockedLane, memory: LaneMemory, inbox: readonly telemetry.InboxBatch[]): Promise<StoredRows> {
  const total = inbox.reduce((sum, batch) => sum + batch.count, 0)
  const columns: SiftedColumns = {
    n: 0, pointNo: new Int32Array(total), t: new Float64Array(total), value: new Float64Array(total), quality: new Uint8Array(total),
  }
  const bad: telemetry.QuarantinedRow[] = []
  const spans: Span[] = []
  const watermarks = watermarksOf(memory, memory.progress)
  const ofBacklog = memory.backlog ? watermarksOf(memory, memory.backlog.progress) : watermarks
  for (const row of inbox) {
    const from = columns.n
    let faults = 0
    let late = 0
    if (row.kind === 'readings' && row.payload !== null) {
      const batch = unpackBatch(row.payload)
      const found = siftBatch(batch, memory.points, lane.nowMs, columns)
      faults = found.length
      for (const fault of found) bad.push(quarantined(row, batch, fault))
      late = markLate(columns, from, row, row.backlog ? ofBacklog : watermarks)
    }
    spans.push({ inbox: row, from, to: columns.n, late, quarantined: faults, through: row.backlog ? null : reached(watermarks, row.sourceId) })
  }
  const stored = await telemetry.storeReadings(client, memory.orgNo, columns)
  const judge = new Uint8Array(columns.n)
  for (let i = 0; i < columns.n; i++) {
    judge[i] = !unjudgeable(columns.quality[i]!) && (stored === null || stored.has(i)) ? 1 : 0
  }
  await telemetry.saveQuarantine(client, lane.orgId, bad)
  const skewed = bad.find((row) => row.code === 'skew')
  if (skewed) await telemetry.noteSkew(client, lane.orgId, skewed.sourceId, skewed.detail)
  await telemetry.noteRollupDue(client, lane.orgId, lane.no, daySpans(columns.t, columns.n))
  return { columns, judge, batches: spans.map((span) => ({ ...span, outcome: outcomeOf(span, stored) })) }
}

type Watermarks = Map<string, { watermark: number; windowMs: number }>

// How far a source has come: its newest event time, which the watermark follows at the distance of its window.
function reached(watermarks: Watermarks, sourceId: string): number | null {
  const known = watermarks.get(sourceId)
  return known === undefined || !Number.isFinite(known.watermark) ? null : known.watermark + known.windowMs
}

const watermarksOf = (memory: LaneMemory, progress: LaneMemory['progress']): Watermarks =>
  new Map(
    [...memory.sources.values()].map((source) => [
      source.sourceId,
      { watermark: progress.get(source.sourceId)?.watermark ?? Number.NEGATIVE_INFINITY, windowMs: source.reorderWindowMs },
    ]),
  )

// The watermark moves per batch, so lateness does not depend on how many batches one drain happens to take.
function markLate(columns: SiftedColumns, from: number, row: telemetry.InboxBatch, watermarks: Watermarks): number {
  const source = watermarks.get(row.sourceId) ?? { watermark: Number.NEGATIVE_INFINITY, windowMs: 0 }
  let newest = Number.NEGATIVE_INFINITY
  let late = 0
  for (let i = from; i < columns.n; i++) {
    const t = columns.t[i]!
    if (row.backlog) columns.quality[i]! |= UNJUDGED_HISTORY
    if (t < source.watermark) {
      columns.quality[i]! |= LATE
      late++
    }
    if (t > newest) newest = t
  }
  if (newest - source.windowMs > source.watermark) watermarks.set(row.sourceId, { ...source, watermark: newest - source.windowMs })
  return late
}

function outcomeOf(span: Span, stored: Set<number> | null): telemetry.InboxOutcome {
  const rows = span.to - span.from
  let kept = rows
  if (stored !== null) {
    kept = 0
    for (let i = span.from; i < span.to; i++) if (stored.has(i)) kept++
  }
  return { no: span.inbox.no, stored: kept, duplicates: rows - kept, late: span.late, quarantined: span.quarantined, through: span.through }
}

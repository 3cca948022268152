import type { SystemClient } from '#server/platform/db.ts'
import type { InboxBatch } from '#server/modules/telemetry/index.ts'
import { releaseQuiet } from './backlog-track.ts'
import { withGateValues } from './gate-values.ts'
import type { LaneMemory } from './lane-memory.ts'
import type { StoredRows } from './store-batches.ts'

/** isQuietMark tells whether an inbox row says that nothing has come of a source's backlog for a while. */
export const isQuietMark = (row: InboxBatch | undefined): row is InboxBatch => row?.kind === 'tick' && row.backlog

/** tickTime is a tick's time, epoch ms: the inbox journals it, so that a replay of the inbox ticks at the same moments. */
export const tickTime = (inbox: InboxBatch): number => (inbox.payload === null ? 0 : Number(inbox.payload.toString('utf8')))

/**
 * judgeBatches folds what was stored through the engine of its track, in inbox order. What is judged live is judged in shadow too;
 * of the backlog of the source that is quiet (null for none), what waits is judged.
 */
export async function judgeBatches(client: SystemClient, memory: LaneMemory, rows: StoredRows, quiet: string | null): Promise<void> {
  const { pointNo, t, value } = rows.columns
  for (const { inbox, from, to } of rows.batches) {
    const { sourceId } = inbox
    const batch = { n: to - from, pointNo: pointNo.subarray(from, to), t: t.subarray(from, to), value: value.subarray(from, to), judge: rows.judge.subarray(from, to) }
    if (inbox.backlog) {
      if (inbox.kind === 'readings') memory.backlog?.engine.fold(sourceId, await withGateValues(client, memory.rules, batch))
      else if (memory.backlog && sourceId === quiet) releaseQuiet(memory.backlog, memory.sources.get(sourceId))
      continue
    }
    for (const engine of memory.shadow === null ? [memory.engine] : [memory.engine, memory.shadow]) {
      if (inbox.kind === 'tick') engine.tick(sourceId, tickTime(inbox))
      else engine.fold(sourceId, batch)
    }
  }
}

import { createEngine } from '../condition/engine.ts'
import type { EngineConfig, IncidentView, TransitionEffect } from '../condition/types.ts'
import { FiringBook, type Firing } from './firing-book.ts'
import type { Journal, JournalRow } from './journal.ts'
import { playHistory, type SourceEnd } from './play.ts'
import { Player } from './player.ts'
import { judgingOrder, type Slice } from './slice.ts'

/** Row is a reading of a test. */
export type Row = readonly [pointNo: number, t: number, value: number]

/** sliceOf puts readings into a slice as a store gives them: point by point, each oldest first. */
export const sliceOf = (rows: readonly Row[], to: number): Slice => {
  const sorted = [...rows].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return {
    n: sorted.length, pointNo: Int32Array.from(sorted, (row) => row[0]), t: Float64Array.from(sorted, (row) => row[1]), value: Float64Array.from(sorted, (row) => row[2]), to,
  }
}

/** cutAt cuts readings into slices at the given times; the last slice ends at `to`. */
export const cutAt = (rows: readonly Row[], times: readonly number[], to: number): Slice[] => {
  const ends = [...new Set([...times.filter((time) => time < to), to])].sort((a, b) => a - b)
  return ends.map((end, index) => sliceOf(rows.filter(([, t]) => t < end && t >= (ends[index - 1] ?? -Infinity)), end))
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item)
}

/** Past is a stretch of a test's history. */
export interface Past {
  readonly config: EngineConfig
  readonly sourceOf: ReadonlyMap<number, string>
  readonly slices: readonly Slice[]
  readonly journal?: { readonly from: number; readonly rows: readonly JournalRow[] }
  readonly to: number
  readonly ends?: readonly SourceEnd[]
}

/** playPast plays a test's history and gives what it came to. */
export async function playPast({ config, sourceOf, slices, journal, to, ends = [] }: Past): Promise<{ firings: Firing[]; transitions: TransitionEffect[]; readings: number }> {
  const engine = createEngine(config)
  const transitions: TransitionEffect[] = []
  const book = new FiringBook(config.rules, (transition) => { transitions.push(transition) })
  const player = new Player({ engines: [engine], sourceOf, order: judgingOrder(config.rules, config.last.map((last) => last.pointNo)), journalFrom: journal?.from ?? null })
  const kept: Journal | null = journal === undefined ? null : { from: journal.from, rows: each(journal.rows) }
  await playHistory(player, { slices: each(slices), journal: kept, to, ends }, () => { book.take(engine.takeEffects()) })
  return { firings: book.firings(), transitions, readings: player.readings }
}

/** viewsOf leaves out of firings what incidents do not have. */
export const viewsOf = (firings: readonly Firing[]): IncidentView[] => firings.map(({ steps: _steps, ...view }) => view)

/** firingOf is an episode of a test: asset A, failure mode VIB, from 0 to 1 h. */
export const firingOf = (over: Partial<Firing> = {}): Firing => {
  const openedAt = over.openedAt ?? 0
  const priority = over.priority ?? 3
  return {
    key: 'A:VIB', assetId: 'A', failureMode: 'VIB', ruleId: 'R', ruleVersionId: 'V', pointNo: 1, state: 'resolved', priority, currentPriority: priority, openedAt, lastAt: openedAt,
    resolvedAt: openedAt + 3_600_000, value: 1, limit: 0, peakValue: 1, peakAt: openedAt, gateValue: null, firing: [], suppressed: false, suppressedReason: null,
    steps: [{ at: openedAt, priority }], ...over,
  }
}

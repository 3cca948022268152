import type { Batch, Engine } from '../condition/types.ts'
import type { JournalRow } from './journal.ts'
import { Merger } from './merge.ts'
import type { Rows, Slice } from './slice.ts'
import { SourceQueue } from './source-queue.ts'

const CHUNK = 8192
const JUDGED = new Uint8Array(CHUNK).fill(1)

/** PlayerConfig is what history is played to: engines that all hear the same, and which source feeds which point. */
export interface PlayerConfig {
  readonly engines: readonly Engine[]
  readonly sourceOf: ReadonlyMap<number, string>
  /** A point's place among readings of one instant (see judgingOrder). */
  readonly order: ReadonlyMap<number, number>
  /** From which event time on the journal says in which order sources were heard; null where there is none. */
  readonly journalFrom: number | null
}

/**
 * Player plays history to engines as it was lived. Before the journal, readings are heard in the order of time; within it, each source's readings are heard
 * when the journal says that they came, and ticks strike where they struck. Any cut into slices gives the same.
 */
export class Player {
  private readonly config: PlayerConfig
  private readonly merger: Merger
  private readonly queues = new Map<string, SourceQueue>()
  private followed: boolean
  /** How many readings were judged. */
  readings = 0

  constructor(config: PlayerConfig) {
    this.config = config
    this.merger = new Merger(config.order)
    this.followed = config.journalFrom !== null
  }

  /** offer hands over the next slice. What lies before the journal is judged at once, the rest when its turn comes. */
  offer(slice: Slice): void {
    const rows = this.merger.merge(slice)
    const { journalFrom } = this.config
    const free = this.followed && journalFrom !== null ? firstAt(rows, journalFrom) : rows.n
    this.playFreely(rows, free)
    for (let row = free; row < rows.n; row += 1) {
      const point = rows.pointNo[row] as number
      const source = this.config.sourceOf.get(point)
      if (source !== undefined) this.queueOf(source).push(point, rows.t[row] as number, rows.value[row] as number)
    }
  }

  /** follow judges what the journal says came next, as far as it was offered; true when all of it was, so that the next row may follow. */
  follow(row: JournalRow, offeredTo: number): boolean {
    const { sourceId, through } = row
    if (through !== null) {
      this.play(sourceId, this.queueOf(sourceId).take(through))
      if (through >= offeredTo) return false
      this.hear(sourceId, through)
    }
    if (row.kind === 'tick') this.tick(sourceId, row.at)
    return true
  }

  /** leaveJournal judges what waits for a journal that has ended; later slices are judged in the order of time. */
  leaveJournal(): void {
    if (!this.followed) return
    this.followed = false
    const parts = [...this.queues.values()].map((queue) => queue.take(Infinity)).filter((part) => part.n > 0)
    this.queues.clear()
    for (const rows of inOrder(parts, this.config.order)) this.playFreely(rows, rows.n)
  }

  /** hear tells the engines that a source had come so far in event time, whatever it sent. */
  hear(sourceId: string, through: number): void {
    const batch = { n: 1, pointNo: Int32Array.of(-1), t: Float64Array.of(through), value: Float64Array.of(0), judge: Uint8Array.of(0) }
    for (const engine of this.config.engines) engine.fold(sourceId, batch)
  }

  /** tick lets a source's time pass. */
  tick(sourceId: string, at: number): void {
    for (const engine of this.config.engines) engine.tick(sourceId, at)
  }

  private queueOf(source: string): SourceQueue {
    const queue = this.queues.get(source) ?? new SourceQueue()
    this.queues.set(source, queue)
    return queue
  }

  /** playFreely judges rows in the order in which they stand, each run of one source at a time. */
  private playFreely(rows: Rows, n: number): void {
    const { sourceOf } = this.config
    let begin = 0
    let source = n > 0 ? sourceOf.get(rows.pointNo[0] as number) : undefined
    for (let row = 1; row <= n; row += 1) {
      const next = row < n ? sourceOf.get(rows.pointNo[row] as number) : null
      if (next === source) continue
      if (source !== undefined) this.play(source, part(rows, begin, row))
      begin = row
      source = next ?? undefined
    }
  }

  private play(sourceId: string, rows: Rows): void {
    this.readings += rows.n
    for (let from = 0; from < rows.n; from += CHUNK) {
      const chunk = part(rows, from, Math.min(rows.n, from + CHUNK))
      const batch: Batch = { ...chunk, judge: chunk.n === CHUNK ? JUDGED : JUDGED.subarray(0, chunk.n) }
      for (const engine of this.config.engines) engine.fold(sourceId, batch)
    }
  }
}

const part = ({ pointNo, t, value }: Rows, from: number, to: number): Rows =>
  ({ n: to - from, pointNo: pointNo.subarray(from, to), t: t.subarray(from, to), value: value.subarray(from, to) })

/** firstAt finds the first row at or after a time among rows in the order of time. */
const firstAt = ({ n, t }: Rows, at: number): number => {
  let [low, high] = [0, n]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((t[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** inOrder puts what sources left behind into one order of time, row by row: little is left where a journal ends. */
const inOrder = (parts: readonly Rows[], order: ReadonlyMap<number, number>): Rows[] => {
  if (parts.length < 2) return [...parts]
  const rows = parts.flatMap(({ n, pointNo, t, value }) =>
    Array.from({ length: n }, (_, row) => ({ pointNo: pointNo[row] as number, t: t[row] as number, value: value[row] as number })))
  const rank = (no: number): number => order.get(no) ?? order.size
  rows.sort((a, b) => a.t - b.t || rank(a.pointNo) - rank(b.pointNo))
  return [{
    n: rows.length, pointNo: Int32Array.from(rows, (row) => row.pointNo), t: Float64Array.from(rows, (row) => row.t), value: Float64Array.from(rows, (row) => row.value),
  }]
}

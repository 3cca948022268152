import type { GateAt, LastValue } from './advance.ts'
import { DeadlineHeap } from './deadline-heap.ts'
import type { Deadline } from './deadline-heap.ts'
import { IncidentBook } from './incident-book.ts'
import { at0, buildTable } from './table.ts'
import type { Table } from './table.ts'
import type { EngineConfig, TransitionEffect } from './types.ts'
import { WaitingRows } from './waiting-rows.ts'

/** SourceLane is one source's part of a lane: what waits, how far it is judged, and the deadlines of the points it feeds. */
export interface SourceLane {
  readonly index: number
  readonly sourceId: string
  readonly live: boolean
  readonly reorderWindowMs: number
  watermark: number
  evaluatedThrough: number
  touched: boolean
  readonly rows: WaitingRows
  readonly deadlines: DeadlineHeap
}

/** Lane is the mutable memory of an engine. */
export interface Lane {
  readonly table: Table
  readonly book: IncidentBook
  readonly sources: readonly SourceLane[]
  readonly sourceOf: ReadonlyMap<string, SourceLane>
  /** How each instance looks up its gate. */
  readonly gateAt: readonly GateAt[]
  /** The entry that stands for each instance in a heap; an entry that is not this one no longer holds. */
  readonly queued: (Deadline | null)[]
  readonly dirty: Set<number>
  transitions: TransitionEffect[]
  pointSources: { pointNo: number; sourceId: string }[]
}

/** NO_GATE is the look-up of a rule without a gate. */
export const NO_GATE: GateAt = () => null

const openSource = (source: EngineConfig['sources'][number], index: number): SourceLane => ({
  index,
  sourceId: source.sourceId,
  live: source.clock === 'live',
  reorderWindowMs: source.reorderWindowMs,
  watermark: source.watermark ?? -Infinity,
  evaluatedThrough: source.evaluatedThrough ?? -Infinity,
  touched: false,
  rows: new WaitingRows(),
  deadlines: new DeadlineHeap(),
})

/** openLane lays out an empty lane for a configuration; restoreLane fills in what was stored. */
export const openLane = (config: EngineConfig): Lane => {
  const table = buildTable(config)
  const sources = config.sources.map(openSource)
  return {
    table,
    book: new IncidentBook(config),
    sources,
    sourceOf: new Map(sources.map((source) => [source.sourceId, source])),
    gateAt: table.rules.map((rule) => {
      const ring = rule.gatePointNo === null ? null : table.rings[table.indexOf.get(rule.gatePointNo) ?? -1]
      return ring ? (t) => ring.at(t, rule.gateStalenessMs) : NO_GATE
    }),
    queued: table.rules.map(() => null),
    dirty: new Set(),
    transitions: [],
    pointSources: [],
  }
}

/** lastOf gives the newest value judged on a point, or null. */
export const lastOf = (lane: Lane, point: number): LastValue | null => {
  const t = at0(lane.table.lastT, point)
  return t === -Infinity ? null : { t, value: at0(lane.table.lastValue, point) }
}

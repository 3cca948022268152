import type { LastValue, Surroundings } from './advance.ts'
import { DeadlineHeap } from './deadline-heap.ts'
import type { Deadline } from './deadline-heap.ts'
import { IncidentBook } from './incident-book.ts'
import { Maintenance } from './maintenance.ts'
import { Pauses } from './pauses.ts'
import { scheduleClock } from './schedule.ts'
import { at0, buildTable } from './table.ts'
import type { Table } from './table.ts'
import type { CompiledRule, EngineConfig, TransitionEffect } from './types.ts'
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
  readonly pauses: Pauses
  /** Instances whose silence is due, but not told while the source is silent itself. */
  postponed: number[]
}

/** Lane is the mutable memory of an engine. */
export interface Lane {
  readonly table: Table
  readonly book: IncidentBook
  readonly sources: readonly SourceLane[]
  readonly sourceOf: ReadonlyMap<string, SourceLane>
  /** What each instance can ask of its asset. */
  readonly around: readonly Surroundings[]
  /** The entry that stands for each instance in a heap; an entry that is not this one no longer holds. */
  readonly queued: (Deadline | null)[]
  readonly dirty: Set<number>
  /** Told what each level judged of a reading; null for nobody. */
  readonly observe: EngineConfig['observe'] | null
  transitions: TransitionEffect[]
  pointSources: { pointNo: number; sourceId: string }[]
}

const NOTHING = (): null => null

/** NOWHERE is the surroundings of a rule without gate and maintenance. */
export const NOWHERE: Surroundings = { gateAt: NOTHING, maintainedUntil: NOTHING, activeAt: () => true, silentAt: (lastT, afterMs) => lastT + afterMs, heardAt: () => Infinity }

/** schedulesOf makes one clock for each schedule and zone, and shares it among the rules that have the same. */
const schedulesOf = (rules: readonly CompiledRule[]): ((t: number) => boolean)[] => {
  const clocks = new Map<string, (t: number) => boolean>()
  return rules.map(({ definition: { schedule }, timeZone }) => {
    if (schedule === null) return NOWHERE.activeAt
    const key = `${timeZone} ${JSON.stringify(schedule)}`
    const clock = clocks.get(key) ?? scheduleClock(schedule, timeZone)
    clocks.set(key, clock)
    return clock
  })
}

const openSource = (source: EngineConfig['sources'][number], index: number, watched: boolean): SourceLane => ({
  index,
  sourceId: source.sourceId,
  live: source.clock === 'live',
  reorderWindowMs: source.reorderWindowMs,
  watermark: source.watermark ?? -Infinity,
  evaluatedThrough: source.evaluatedThrough ?? -Infinity,
  touched: false,
  rows: new WaitingRows(),
  deadlines: new DeadlineHeap(),
  pauses: new Pauses(source.pauses, watched),
  postponed: [],
})

/** openLane lays out an empty lane for a configuration; restoreLane fills in what was stored. */
export const openLane = (config: EngineConfig): Lane => {
  const table = buildTable(config)
  // Only a rule about silence asks when a source itself was silent.
  const watched = table.rules.some((rule) => rule.definition.measure.kind === 'silence')
  const sources = config.sources.map((source, index) => openSource(source, index, watched))
  const schedules = schedulesOf(table.rules)
  const maintenance = new Maintenance(config.maintenance)
  return {
    table,
    book: new IncidentBook(config, maintenance),
    sources,
    sourceOf: new Map(sources.map((source) => [source.sourceId, source])),
    around: table.rules.map((rule, instance) => {
      const ring = rule.gatePointNo === null ? null : table.rings[table.indexOf.get(rule.gatePointNo) ?? -1]
      const pauses = (): Pauses | undefined => sources[at0(table.source, at0(table.pointOf, instance))]?.pauses
      return {
        gateAt: ring ? (t) => ring.at(t, rule.gateStalenessMs) : NOTHING,
        maintainedUntil: (t) => maintenance.until(rule.assetId, t),
        activeAt: schedules[instance] ?? NOWHERE.activeAt,
        silentAt: (lastT, afterMs) => pauses()?.silentAt(lastT, afterMs) ?? lastT + afterMs,
        heardAt: () => pauses()?.heardAt() ?? -Infinity,
      }
    }),
    queued: table.rules.map(() => null),
    dirty: new Set(),
    observe: config.observe ?? null,
    transitions: [],
    pointSources: [],
  }
}

/** lastOf gives the newest value judged on a point, or null. */
export const lastOf = (lane: Lane, point: number): LastValue | null => {
  const t = at0(lane.table.lastT, point)
  return t === -Infinity ? null : { t, value: at0(lane.table.lastValue, point) }
}

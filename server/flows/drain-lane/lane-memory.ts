import type { RuleAsset } from '#server/core/condition/compile.ts'
import type { CompiledRule, Engine, SourceEffect } from '#server/core/condition/types.ts'
import type { OpenCheck } from '#server/modules/condition/index.ts'
import type * as telemetry from '#server/modules/telemetry/index.ts'

/** LaneMemory is a worker's copy of what a lane is judged by; the lane's version tells whether it is still true. */
export interface LaneMemory {
  version: string
  readonly configVersion: number
  readonly orgNo: number
  readonly engine: Engine
  /** Judges by the versions that are only watched; null where there are none. */
  readonly shadow: Engine | null
  /** Judges what edges send after they were offline; null until some of it comes. */
  backlog: BacklogTrack | null
  /** The rules in force, joined to their points. */
  readonly rules: readonly CompiledRule[]
  readonly points: ReadonlyMap<number, telemetry.PointMeta>
  readonly assets: ReadonlyMap<string, RuleAsset>
  /** What still learns anew since a repair. */
  checks: readonly OpenCheck[]
  readonly sources: ReadonlyMap<string, telemetry.StoredSource>
  /** Where each source stands in event time. */
  readonly progress: Map<string, SourceEffect>
  /** Newest time a source was heard, and its largest recent gap between batches (ms). */
  readonly heard: Map<string, { atMs: number; gapMs: number }>
  lastLiveMs: number
  /** When what the rules have learnt was last saved, by the database's clock. */
  signalsSavedMs: number
}

/** BacklogTrack judges what the edges of a lane send after they were offline, apart from what is judged live. */
export interface BacklogTrack {
  readonly engine: Engine
  /** Where the backlog of each source stands in event time. */
  readonly progress: Map<string, SourceEffect>
}

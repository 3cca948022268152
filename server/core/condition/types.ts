import type { RuleDefinition } from './definition.ts'
import type { Phase, RuleState } from './state.ts'

/** CompiledRule is one rule on one point, ready to be judged. Durations in ms; values in the points' canonical units. */
export interface CompiledRule {
  readonly ruleId: string
  readonly ruleVersionId: string
  readonly pointNo: number
  readonly assetId: string
  /** `${assetId}:${failureMode}`, or `${assetId}:rule:${ruleId}` where no failure mode is named. */
  readonly incidentKey: string
  readonly failureMode: string | null
  readonly priority: number
  readonly stalenessMs: number
  /** Null where the rule has no gate, or the asset has no such point (then the rule is in error). */
  readonly gatePointNo: number | null
  readonly gateStalenessMs: number
  readonly definition: RuleDefinition
}

/** Judged is one reading that may be judged: t is event time in epoch ms. */
export interface Judged { readonly pointNo: number; readonly t: number; readonly value: number }

/** Batch is a batch in columns; rows with judge 0 (bad, late, duplicate) only move the watermark. */
export interface Batch {
  readonly n: number
  readonly pointNo: Int32Array
  readonly t: Float64Array
  readonly value: Float64Array
  readonly judge: Uint8Array
}

/** TRANSITION_REASONS says why a phase changed; each is a message key of the screens. */
export const TRANSITION_REASONS = [
  'breach', 'held', 'back-in-limits', 'cleared', 'hold-over', 'breach-again', 'gap', 'no-data', 'data-returned',
  'gate-point-missing', 'repaired', 'rule-changed',
] as const
export type TransitionReason = (typeof TRANSITION_REASONS)[number]

/** Transition is one change of phase: at is event time; value, limit and gateValue are what decided it. */
export interface Transition {
  readonly at: number
  readonly from: Phase
  readonly to: Phase
  readonly reason: TransitionReason
  readonly value: number | null
  readonly limit: number | null
  readonly gateValue: number | null
}

/** IncidentRef names an incident: an asset's key and the episode's begin. */
export interface IncidentRef { readonly key: string; readonly openedAt: number }

/** TransitionEffect is a transition with whose it is and the incident it belongs to. */
export interface TransitionEffect extends Transition {
  readonly ruleId: string
  readonly ruleVersionId: string
  readonly pointNo: number
  readonly assetId: string
  readonly incident: IncidentRef | null
}

/**
 * IncidentView is an episode. ruleId, pointNo, value, limit and gateValue describe the firing that leads it: the one that
 * opened it, or the one that raised its priority last. lastAt is when it was last heard of; the peak goes on being followed.
 */
export interface IncidentView extends IncidentRef {
  readonly assetId: string
  readonly failureMode: string | null
  readonly ruleId: string
  readonly ruleVersionId: string
  readonly pointNo: number
  readonly state: 'open' | 'resolved'
  /** The best (lowest) number reached in this episode; it never sinks back while the episode lasts. */
  readonly priority: number
  readonly lastAt: number
  readonly resolvedAt: number | null
  readonly value: number
  readonly limit: number
  readonly peakValue: number
  readonly peakAt: number
  readonly gateValue: number | null
  /** Instances in the episode, firing or kept firing: "<ruleId>:<pointNo>", sorted. */
  readonly firing: readonly string[]
  readonly suppressed: boolean
  readonly suppressedReason: string | null
}

/** OpenIncident is an incident whose state is open, as stored. */
export type OpenIncident = IncidentView

/** IncidentChange names what happened to an incident since the effects were last taken. */
export type IncidentChange = 'opened' | 'escalated' | 'resolved' | 'unsuppressed' | 'evidence'

/** StateEffect is a state to be saved. deadline is when it would change without data, as known now; null for never. */
export interface StateEffect {
  readonly ruleId: string
  readonly pointNo: number
  readonly ruleVersionId: string
  readonly state: RuleState
  readonly deadline: number | null
}

/** SourceEffect is where a source stands: all its judged readings up to and at evaluatedThrough are folded; the later ones wait. */
export interface SourceEffect {
  readonly sourceId: string
  readonly watermark: number | null
  readonly evaluatedThrough: number | null
  readonly waiting: readonly Judged[]
}

/** Effects is what the drain saves in one transaction, in event-time order within each source. */
export interface Effects {
  readonly transitions: readonly TransitionEffect[]
  /** One entry per incident (key and openedAt): its final view. Save with an upsert on (key, openedAt). */
  readonly incidents: readonly { readonly incident: IncidentView; readonly change: readonly IncidentChange[] }[]
  readonly states: readonly StateEffect[]
  readonly sources: readonly SourceEffect[]
  readonly pointSources: readonly { readonly pointNo: number; readonly sourceId: string }[]
}

/** EngineConfig is all an engine needs to go on where another stopped. */
export interface EngineConfig {
  readonly rules: readonly CompiledRule[]
  /** Stored states; those never saved are normal. One of another rule version is dropped. */
  readonly states: readonly { readonly ruleId: string; readonly pointNo: number; readonly ruleVersionId: string; readonly state: RuleState }[]
  readonly incidents: readonly OpenIncident[]
  /** Windows [from, to) in which incidents of an asset open suppressed. */
  readonly maintenance: readonly { readonly assetId: string; readonly from: number; readonly to: number; readonly reason: string }[]
  readonly sources: readonly (SourceEffect & { readonly reorderWindowMs: number; readonly clock: 'live' | 'replay' })[]
  /** Newest folded values per point, oldest first: one for plain points, up to 64 for gate points. Never one that waits. */
  readonly last: readonly {
    readonly pointNo: number
    readonly sourceId: string | null
    readonly recent: readonly { readonly t: number; readonly value: number }[]
    /** When the present run of data began, if known; a stored state's own runningSince goes first. */
    readonly runningSince: number | null
  }[]
}

/** Engine judges the readings of one lane (one site) in event time. */
export interface Engine {
  /** lateMask marks with 1 the first n times that lie before the source's watermark; it changes nothing. */
  lateMask(sourceId: string, t: Float64Array, n: number): Uint8Array
  /** fold queues the batch's rows that are not late, moves the watermark and judges what lies strictly below it. */
  fold(sourceId: string, batch: Batch): void
  /** tick judges what waits up to `at` and lets deadlines pass; live sources only. It leaves the watermark alone. */
  tick(sourceId: string, at: number): void
  /** deadlines gives the earliest time at which a tick would change something, or null. */
  deadlines(): number | null
  /** takeEffects gives what changed since the last call and forgets it. */
  takeEffects(): Effects
}

import type { RuleDefinition } from './definition.ts'
import type { Node } from './expression/tree.ts'
import type { IsoProblem } from './iso-20816.ts'
import type { UnitMistake } from './measure/wrong-unit.ts'
import type { SavedPauses } from './pauses.ts'
import type { Phase, RuleState } from './state.ts'

/** RuleProblem says why a rule cannot be judged on a point; each is a message key of the screens. */
export type RuleProblem = 'gate-point-missing' | 'input-point-missing' | 'range-missing' | IsoProblem

/** RuleInput is another point of the machine that an expression reads. */
export interface RuleInput { readonly code: string; readonly pointNo: number; readonly stalenessMs: number }

/** CompiledRule is one level of a rule on one point, ready to be judged. Durations in ms; values in the points' canonical units. */
export interface CompiledRule {
  readonly ruleId: string
  readonly ruleVersionId: string
  readonly pointNo: number
  readonly pointCode: string
  /** 0 for the rule's own limits, 1 and up for its ladder's. */
  readonly level: number
  readonly assetId: string
  /** `${assetId}:${failureMode}`, `${assetId}:sensor:${pointNo}` for a rule about the sensor, or `${assetId}:rule:${ruleId}` where no failure mode is named. */
  readonly incidentKey: string
  readonly failureMode: string | null
  /** True for a failure mode that endangers people: work on the machine never keeps it quiet. */
  readonly safety?: boolean
  readonly priority: number
  readonly stalenessMs: number
  /** Null where the rule has no gate, or the asset has no such point (then the rule is in error). */
  readonly gatePointNo: number | null
  readonly gateStalenessMs: number
  /** The rule as it is at this level, with the machine's own limits filled in. */
  readonly definition: RuleDefinition
  /** Why it cannot be judged; null when it can. */
  readonly problem: RuleProblem | null
  readonly inputs: readonly RuleInput[]
  /** The parsed expression of a rule that has one. */
  readonly tree: Node | null
  /** Units somebody may have sent by mistake, for a rule that looks for them. */
  readonly mistakes: readonly UnitMistake[]
  /** The site's IANA time zone, for the rule's schedule. */
  readonly timeZone: string
  /** What was learnt before this event time (epoch ms) no longer holds: the machine was repaired or exchanged. Null for never. */
  readonly learnFrom: number | null
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
  'gate-point-missing', 'input-point-missing', 'range-missing', 'iso-unit', 'iso-band', 'iso-machine-unknown', 'iso-machine-type', 'iso-power',
  'iso-speed', 'iso-support-unknown', 'repaired', 'rule-changed',
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
  readonly level: number
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
  /** The best number among those who fire now: it sinks back when the worse level clears. */
  readonly currentPriority: number
  readonly lastAt: number
  readonly resolvedAt: number | null
  readonly value: number
  readonly limit: number
  readonly peakValue: number
  readonly peakAt: number
  readonly gateValue: number | null
  /** Instances in the episode, firing or kept firing: "<ruleId>:<pointNo>", and ":<level>" for a level of the ladder, sorted. */
  readonly firing: readonly string[]
  readonly suppressed: boolean
  readonly suppressedReason: string | null
}

/** OpenIncident is an incident whose state is open, as stored. */
export type OpenIncident = IncidentView

/** IncidentChange names what happened to an incident since the effects were last taken. */
export type IncidentChange = 'opened' | 'escalated' | 'eased' | 'resolved' | 'unsuppressed' | 'evidence'

/** StateEffect is a state to be saved. deadline is when it would change without data, as known now; null for never. */
export interface StateEffect {
  readonly ruleId: string
  readonly pointNo: number
  readonly level: number
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
  /** Its own silences of late: a point is not silent while its source is. Kept where a rule asks for it. */
  readonly pauses: SavedPauses
}

/** SavedSignals is what the signals of a lane remember, by "<ruleId>:<pointNo>": t is the newest reading each has seen (epoch ms). */
export interface SavedSignals {
  readonly signals: Readonly<Record<string, {
    readonly ruleVersionId: string
    readonly learnFrom: number | null
    readonly t: number | null
    readonly runningSince: number | null
    readonly memory: unknown
  }>>
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
  readonly states: readonly { readonly ruleId: string; readonly pointNo: number; readonly level: number; readonly ruleVersionId: string; readonly state: RuleState }[]
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
  /** What the signals remembered when last saved; null where nothing was. */
  readonly saved?: SavedSignals | null
  /**
   * Judged readings that the saved signals have not seen, and for a signal that was not saved all it wants to learn from; those of their gates
   * with them, from one gate staleness earlier on. None later than its source is evaluated.
   */
  readonly refold?: readonly Judged[]
  /** Called with what a level judged of a reading (null: nothing could be told, or it rests); a preview draws it. */
  readonly observe?: (rule: CompiledRule, t: number, judged: number | null) => void
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
  /** saveSignals gives what the lane's signals remember, or null where no rule has any memory. */
  saveSignals(): SavedSignals | null
}

import { bandAt } from './judge.ts'
import { isFiring } from './state.ts'
import type { RuleState } from './state.ts'
import type { CompiledRule, Transition, TransitionReason } from './types.ts'

/** LastValue is the newest value judged on a point; t in epoch ms. */
export interface LastValue { readonly t: number; readonly value: number }

/** Surroundings answers what a rule on a point needs to know of its asset at an event time. */
export interface Surroundings {
  /** The gate's newest value at or before a time and not older than its staleness, else null. */
  readonly gateAt: (t: number) => number | null
  /** When the declared maintenance that holds a time is over, else null. */
  readonly maintainedUntil: (t: number) => number | null
  /** Whether the rule's schedule is active at a time. */
  readonly activeAt: (t: number) => boolean
  /** When a point last read at a time counts as silent after so many ms in which its source was not silent too. */
  readonly silentAt: (lastT: number, afterMs: number) => number
  /** When the point's source last delivered something, -Infinity for never. */
  readonly heardAt: () => number
}

/** Moved is a next state and the transitions on the way, oldest first. */
export interface Moved { readonly state: RuleState; readonly transitions: readonly Transition[] }

/**
 * Due is what happens to a state if no reading comes: 'held' ends a pending or a keep-firing clock, 'gap' ends the trust
 * in the last value, 'no-data' is the rule's own policy. A strict one happens only after `at`: a reading at `at` prevents it.
 */
export interface Due { readonly kind: 'held' | 'gap' | 'no-data'; readonly at: number; readonly strict: boolean }

/** isDue tells whether something due has come by the time T. */
export const isDue = (due: { readonly at: number; readonly strict: boolean }, T: number): boolean => (due.strict ? due.at < T : due.at <= T)

/** moveTo changes the phase at a time and clears what belonged to the old phase; runningSince stays. */
export const moveTo = (state: RuleState, to: RuleState['phase'], at: number, own: Partial<RuleState> = {}): RuleState => ({
  phase: to, at: later(state.at, at), since: null, clearedAt: null, limit: null, gateValue: null, before: null, runningSince: state.runningSince,
  recent: state.recent, value: null, ...own,
})

/** transition describes a change from one state to another, dated by the new state. */
export const transition = (
  from: RuleState, to: RuleState, reason: TransitionReason, value: number | null, limit: number | null, gateValue: number | null,
): Transition => ({ at: to.at ?? 0, from: from.phase, to: to.phase, reason, value, limit, gateValue })

const later = (a: number | null, b: number): number => (a === null || b > a ? b : a)

/** clockOf gives when a running pending or keep-firing clock started, and how long it runs (ms). */
const clockOf = (state: RuleState, rule: CompiledRule): { from: number; forMs: number } | null => {
  if (state.phase === 'pending' && state.since !== null && rule.definition.hold === null) return { from: state.since, forMs: rule.definition.forMs }
  if (state.phase === 'keep-firing' && state.clearedAt !== null) return { from: state.clearedAt, forMs: rule.definition.keepFiringMs }
  return null
}

/** noDataMs gives after how long without data the rule's policy acts, or null where it has none for this phase. */
const noDataMs = (state: RuleState, rule: CompiledRule): number | null => {
  const { policy, afterMs } = rule.definition.noData
  if (policy === 'keep' || state.phase === 'no-data' || state.phase === 'error') return null
  if (policy === 'ok' && !isFiring(state.phase)) return null
  return afterMs ?? rule.stalenessMs
}

/** silenceAt gives when silence is told: not during maintenance, since a sensor may be unplugged then, but right after it; a safety rule's always. */
const silenceAt = (at: number, rule: CompiledRule, around: Surroundings): number =>
  rule.definition.noData.policy === 'alert' && rule.safety !== true ? (around.maintainedUntil(at) ?? at) : at

/** nextDue finds what happens first to a state if no reading comes after the last one; null for nothing. */
export const nextDue = (state: RuleState, rule: CompiledRule, last: LastValue | null, around: Surroundings): Due | null => {
  if (last === null) return null
  let due: Due | null = null
  const stale = last.t + rule.stalenessMs
  const clock = clockOf(state, rule)
  const held = clock === null ? null : clock.from + clock.forMs
  if (held !== null && held <= stale) due = { kind: 'held', at: held, strict: false }
  else if (state.phase === 'pending' || held !== null) due = { kind: 'gap', at: stale, strict: true }
  const silence = noDataMs(state, rule)
  if (silence === null) return due
  const silent = rule.definition.measure.kind === 'silence' ? around.silentAt(last.t, silence) : last.t + silence
  const told = silenceAt(silent, rule, around)
  return due === null || told < due.at ? { kind: 'no-data', at: told, strict: true } : due
}

/** applyDue carries out what is due. A clock that ends while the gate is unknown stands still instead: an unknown gate never decides. */
export const applyDue = (state: RuleState, rule: CompiledRule, last: LastValue, due: Due, around: Surroundings): Moved => {
  const gate = rule.definition.gate
  const gateKnown = due.kind !== 'held' || ((gate === null || bandAt(gate.bands, around.gateAt(due.at)) !== null) && around.activeAt(due.at))
  const value = state.value ?? last.value
  const move = (next: RuleState, reason: TransitionReason): Moved => ({
    state: next, transitions: [transition(state, next, reason, value, state.limit, state.gateValue)],
  })
  if (due.kind === 'no-data') {
    if (rule.definition.measure.kind === 'silence') return move(moveTo(state, 'no-data', Math.max(due.at, around.heardAt()), { before: 'normal' }), 'no-data')
    if (rule.definition.noData.policy === 'ok') return move(moveTo(state, 'normal', due.at), 'no-data')
    const before = isFiring(state.phase) ? state.phase : 'normal'
    return move(moveTo(state, 'no-data', due.at, { before, limit: state.limit, gateValue: state.gateValue, value: state.value }), 'no-data')
  }
  if (state.phase === 'pending') {
    if (due.kind === 'gap') return move(moveTo(state, 'normal', due.at), 'gap')
    if (!gateKnown) return { state: { ...state, since: null }, transitions: [] }
    return move(moveTo(state, 'firing', due.at, { limit: state.limit, gateValue: state.gateValue, value: state.value }), 'held')
  }
  if (due.kind === 'gap' || !gateKnown) return { state: { ...state, clearedAt: null }, transitions: [] }
  return move(moveTo(state, 'normal', due.at), 'hold-over')
}

/** mayHappen tells whether what is due may be told: a rule about silence waits until the source has shown that it is alive. */
export const mayHappen = (due: Due, rule: CompiledRule, around: Surroundings): boolean =>
  due.kind !== 'no-data' || rule.definition.measure.kind !== 'silence' || around.heardAt() >= due.at

/** advance lets the time T come without a reading since `last`: clocks end, gaps interrupt, silence is told. */
export const advance = (state: RuleState, rule: CompiledRule, last: LastValue | null, T: number, around: Surroundings): Moved => {
  const transitions: Transition[] = []
  let now = state
  for (let due = nextDue(now, rule, last, around); last !== null && due !== null && isDue(due, T) && mayHappen(due, rule, around); due = nextDue(now, rule, last, around)) {
    const moved = applyDue(now, rule, last, due, around)
    now = moved.state
    transitions.push(...moved.transitions)
  }
  return { state: now, transitions }
}

import { moveTo, transition } from './advance.ts'
import type { Moved } from './advance.ts'
import type { Judgement } from './judge.ts'
import type { RuleState } from './state.ts'
import type { CompiledRule, Transition, TransitionReason } from './types.ts'

/** StepInput is one judged reading: its event time (epoch ms), its value, what the limits say and the gate's value. */
export interface StepInput extends Judgement {
  readonly t: number
  readonly value: number
  readonly gateValue: number | null
  /** Rules with N of M only: whether the limit was broken often or long enough, this reading included. */
  readonly met?: boolean
}

/** Next is a step's outcome before it is dated and described; without a reason the phase stays. */
type Next = { readonly state: RuleState; readonly reason: TransitionReason | null }

const stay = (state: RuleState): Next => ({ state, reason: null })

/** against is what a new phase remembers of the judgement that made it; the value only where it is not the reading's own. */
const against = (rule: CompiledRule, { limit, gateValue, value }: StepInput): Pick<RuleState, 'limit' | 'gateValue' | 'value'> => ({
  limit, gateValue, value: rule.definition.measure.kind === 'value' ? null : value,
})

const fromNormal = (state: RuleState, rule: CompiledRule, input: StepInput): Next => {
  if (input.verdict !== 'true') return stay(state)
  const atOnce = rule.definition.hold === null ? rule.definition.forMs === 0 : input.met === true
  if (atOnce) return { state: moveTo(state, 'firing', input.t, against(rule, input)), reason: 'breach' }
  return { state: moveTo(state, 'pending', input.t, { since: input.t, ...against(rule, input) }), reason: 'breach' }
}

/** fromPendingCount waits until the limit was broken often enough, and gives up when no break is within reach any more. */
const fromPendingCount = (state: RuleState, rule: CompiledRule, input: StepInput): Next => {
  if (input.met === true) return { state: moveTo(state, 'firing', input.t, against(rule, input)), reason: 'held' }
  return state.recent.length === 0 ? { state: moveTo(state, 'normal', input.t), reason: 'back-in-limits' } : stay(state)
}

const fromPending = (state: RuleState, rule: CompiledRule, input: StepInput): Next => {
  if (rule.definition.hold !== null) return fromPendingCount(state, rule, input)
  if (input.verdict === 'false') return { state: moveTo(state, 'normal', input.t), reason: 'back-in-limits' }
  if (input.verdict === 'unknown') return stay(state.since === null ? state : { ...state, since: null })
  if (state.since !== null && state.limit === input.limit) return stay(state)
  return stay({ ...state, since: state.since ?? input.t, ...against(rule, input) })
}

const fromFiring = (state: RuleState, rule: CompiledRule, input: StepInput): Next => {
  if (!input.clear || input.met === true) return stay(state)
  if (rule.definition.keepFiringMs === 0) return { state: moveTo(state, 'normal', input.t), reason: 'cleared' }
  return { state: moveTo(state, 'keep-firing', input.t, { clearedAt: input.t, ...against(rule, input) }), reason: 'cleared' }
}

const fromKeepFiring = (state: RuleState, rule: CompiledRule, input: StepInput): Next => {
  if (input.verdict === 'true' && input.met !== false) {
    return { state: moveTo(state, 'firing', input.t, against(rule, input)), reason: 'breach-again' }
  }
  if (input.verdict === 'unknown') return stay(state.clearedAt === null ? state : { ...state, clearedAt: null })
  return stay(input.clear && state.clearedAt === null ? { ...state, clearedAt: input.t } : state)
}

const judged = (state: RuleState, rule: CompiledRule, input: StepInput): Next => {
  switch (state.phase) {
    case 'normal': return fromNormal(state, rule, input)
    case 'pending': return fromPending(state, rule, input)
    case 'firing': return fromFiring(state, rule, input)
    case 'keep-firing': return fromKeepFiring(state, rule, input)
    case 'no-data': return { state: moveTo(state, state.before ?? 'normal', input.t, { limit: state.limit, gateValue: state.gateValue, value: state.value }), reason: 'data-returned' }
    case 'error': return { state: moveTo(state, 'normal', input.t), reason: 'repaired' }
  }
}

/**
 * step judges one reading; the caller has advanced the state to input.t first. Data that returns, or a repaired rule,
 * first restores the phase and is then judged from there, so one reading can make two transitions.
 */
export const step = (state: RuleState, rule: CompiledRule, input: StepInput): Moved => {
  const transitions: Transition[] = []
  const take = (next: Next): void => {
    if (next.reason !== null) transitions.push(transition(now, next.state, next.reason, input.value, input.limit, input.gateValue))
    now = next.state
  }
  let now = state
  if (rule.problem !== null && (state.phase === 'normal' || state.phase === 'pending' || state.phase === 'error')) {
    if (state.phase !== 'error') take({ state: moveTo(state, 'error', input.t), reason: rule.problem })
    return { state: now, transitions }
  }
  if (now.phase === 'no-data' || now.phase === 'error') take(judged(now, rule, input))
  take(judged(now, rule, input))
  return { state: now, transitions }
}

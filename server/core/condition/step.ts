import { moveTo, transition } from './advance.ts'
import type { Moved } from './advance.ts'
import type { Judgement } from './judge.ts'
import type { RuleState } from './state.ts'
import type { CompiledRule, Transition, TransitionReason } from './types.ts'

/** StepInput is one judged reading: its event time (epoch ms), its value, what the limits say and the gate's value. */
export interface StepInput extends Judgement { readonly t: number; readonly value: number; readonly gateValue: number | null }

/** lacksGate tells whether a rule cannot be judged because its asset has no gate point. */
export const lacksGate = (rule: CompiledRule): boolean => rule.definition.gate !== null && rule.gatePointNo === null

/** Next is a step's outcome before it is dated and described; without a reason the phase stays. */
type Next = { readonly state: RuleState; readonly reason: TransitionReason | null }

const stay = (state: RuleState): Next => ({ state, reason: null })

const fromNormal = (state: RuleState, rule: CompiledRule, input: StepInput): Next => {
  if (input.verdict !== 'true') return stay(state)
  const against = { limit: input.limit, gateValue: input.gateValue }
  if (rule.definition.forMs === 0) return { state: moveTo(state, 'firing', input.t, against), reason: 'breach' }
  return { state: moveTo(state, 'pending', input.t, { since: input.t, ...against }), reason: 'breach' }
}

const fromPending = (state: RuleState, input: StepInput): Next => {
  if (input.verdict === 'false') return { state: moveTo(state, 'normal', input.t), reason: 'back-in-limits' }
  if (input.verdict === 'unknown') return stay(state.since === null ? state : { ...state, since: null })
  if (state.since !== null && state.limit === input.limit) return stay(state)
  return stay({ ...state, since: state.since ?? input.t, limit: input.limit, gateValue: input.gateValue })
}

const fromFiring = (state: RuleState, rule: CompiledRule, input: StepInput): Next => {
  if (!input.clear) return stay(state)
  if (rule.definition.keepFiringMs === 0) return { state: moveTo(state, 'normal', input.t), reason: 'cleared' }
  return { state: moveTo(state, 'keep-firing', input.t, { clearedAt: input.t, limit: input.limit, gateValue: input.gateValue }), reason: 'cleared' }
}

const fromKeepFiring = (state: RuleState, input: StepInput): Next => {
  if (input.verdict === 'true') {
    return { state: moveTo(state, 'firing', input.t, { limit: input.limit, gateValue: input.gateValue }), reason: 'breach-again' }
  }
  if (input.verdict === 'unknown') return stay(state.clearedAt === null ? state : { ...state, clearedAt: null })
  return stay(input.clear && state.clearedAt === null ? { ...state, clearedAt: input.t } : state)
}

const judged = (state: RuleState, rule: CompiledRule, input: StepInput): Next => {
  switch (state.phase) {
    case 'normal': return fromNormal(state, rule, input)
    case 'pending': return fromPending(state, input)
    case 'firing': return fromFiring(state, rule, input)
    case 'keep-firing': return fromKeepFiring(state, input)
    case 'no-data': return { state: moveTo(state, state.before ?? 'normal', input.t, { limit: state.limit, gateValue: state.gateValue }), reason: 'data-returned' }
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
  if (lacksGate(rule) && (state.phase === 'normal' || state.phase === 'pending' || state.phase === 'error')) {
    if (state.phase !== 'error') take({ state: moveTo(state, 'error', input.t), reason: 'gate-point-missing' })
    return { state: now, transitions }
  }
  if (now.phase === 'no-data' || now.phase === 'error') take(judged(now, rule, input))
  take(judged(now, rule, input))
  return { state: now, transitions }
}

import { advance } from './advance.ts'
import type { LastValue, Moved } from './advance.ts'
import { noDataKeyOf } from './compile.ts'
import { isMet, remember } from './hold.ts'
import { memberOf } from './incident-book.ts'
import { judgeValue, UNKNOWN } from './judge.ts'
import type { Verdict } from './judge.ts'
import { lastOf, NOWHERE } from './lane.ts'
import type { Lane } from './lane.ts'
import { expressionValue, signalFor } from './measure/of-rule.ts'
import type { SignalInput } from './measure/signal.ts'
import { isFiring, isQuiet, NORMAL } from './state.ts'
import type { RuleState } from './state.ts'
import { step } from './step.ts'
import { at0 } from './table.ts'
import type { SignalSlot } from './table.ts'
import type { CompiledRule, IncidentRef, Transition } from './types.ts'

/** enlist carries a transition into the incidents: who joins an episode, who leaves one. valueT is the value's own time. */
const enlist = (lane: Lane, rule: CompiledRule, change: Transition, valueT: number): IncidentRef | null => {
  const { book } = lane
  const { from, to, at } = change
  const evidence = { t: valueT, at, value: change.value ?? 0, limit: change.limit, gateValue: change.gateValue }
  const member = memberOf(rule)
  if (to === 'no-data') return book.join(noDataKeyOf(rule), rule, evidence)
  if (from === 'no-data') return book.leave(noDataKeyOf(rule), member, at)
  if (isFiring(from)) return isFiring(to) ? book.mention(rule.incidentKey, at) : book.leave(rule.incidentKey, member, at)
  return isFiring(to) ? book.join(rule.incidentKey, rule, evidence) : null
}

/** applyMove makes a move an instance's state and its effects; valueT is the time of the value that the move speaks of. */
export const applyMove = (lane: Lane, instance: number, rule: CompiledRule, moved: Moved, valueT: number): void => {
  for (const change of moved.transitions) {
    const incident = enlist(lane, rule, change, valueT)
    lane.transitions.push({
      ruleId: rule.ruleId, ruleVersionId: rule.ruleVersionId, pointNo: rule.pointNo, level: rule.level, assetId: rule.assetId, ...change, incident,
    })
  }
  setState(lane, instance, moved.state)
}

/** setState replaces an instance's state and marks it to be saved, unless it is the same. */
export const setState = (lane: Lane, instance: number, state: RuleState): void => {
  const { states, active, pointOf } = lane.table
  const before = states[instance] ?? NORMAL
  if (before === state) return
  const point = at0(pointOf, instance)
  active[point] = at0(active, point) + Number(!isQuiet(state)) - Number(!isQuiet(before))
  states[instance] = state
  lane.dirty.add(instance)
}

/** isWarm tells whether a rule with a warm-up may judge at t. */
export const isWarm = (state: RuleState, rule: CompiledRule, t: number): boolean =>
  rule.definition.warmupMs === 0 || (state.runningSince !== null && t >= state.runningSince + rule.definition.warmupMs)

/** measured gives what an instance judges of a reading: the value itself, what its signal makes of it, or null while that cannot be told. */
const measured = (lane: Lane, instance: number, rule: CompiledRule, reading: SignalInput): number | null => {
  const { measure } = rule.definition
  if (measure.kind === 'value' || measure.kind === 'iso-zone') return reading.value
  if (measure.kind === 'silence') return null
  if (measure.kind === 'expression') return expressionValue(rule, (code) => inputAt(lane, rule, code, reading))
  const slot = lane.table.signals[instance]
  return slot ? feed(slot, reading) : null
}

const inputAt = (lane: Lane, rule: CompiledRule, code: string, { t, value }: SignalInput): number | null => {
  if (code === rule.pointCode) return value
  const input = rule.inputs.find((one) => one.code === code)
  const ring = input === undefined ? null : lane.table.rings[lane.table.indexOf.get(input.pointNo) ?? -1]
  return ring && input ? ring.at(t, input.stalenessMs) : null
}

/** feed gives a signal a reading once, however many levels ask for it. What was learnt before a repair is forgotten at the first reading after it. */
export const feed = (slot: SignalSlot, reading: SignalInput): number | null => {
  if (reading.t <= slot.t) return slot.out
  const { learnFrom } = slot.rule
  if (learnFrom !== null && slot.t < learnFrom && reading.t >= learnFrom) slot.signal = signalFor(slot.rule) ?? slot.signal
  slot.t = reading.t
  slot.out = slot.signal.take(reading)
  return slot.out
}

/** count adds a verdict to what a rule with N of M remembers, and tells whether that is met; undefined for other rules. */
const count = (lane: Lane, instance: number, rule: CompiledRule, verdict: Verdict, last: LastValue | null, t: number): boolean | undefined => {
  const { hold } = rule.definition
  if (hold === null) return undefined
  const state = lane.table.states[instance] ?? NORMAL
  if (verdict !== 'unknown') {
    const recent = remember(state.recent, hold, verdict === 'true', t, last?.t ?? null, rule.stalenessMs)
    if (recent !== state.recent) setState(lane, instance, { ...state, recent })
  }
  return isMet((lane.table.states[instance] ?? NORMAL).recent, hold)
}

const stepInstance = (lane: Lane, instance: number, rule: CompiledRule, last: LastValue | null, t: number, value: number): void => {
  const around = lane.around[instance] ?? NOWHERE
  const { definition } = rule
  applyMove(lane, instance, rule, advance(lane.table.states[instance] ?? NORMAL, rule, last, t, around), last?.t ?? t)
  if (definition.warmupMs > 0 && (last === null || t - last.t > rule.stalenessMs)) {
    setState(lane, instance, { ...(lane.table.states[instance] ?? NORMAL), runningSince: t })
  }
  const gateValue = definition.gate === null ? null : around.gateAt(t)
  const may = isWarm(lane.table.states[instance] ?? NORMAL, rule, t) && around.activeAt(t)
  const told = measured(lane, instance, rule, { t, value, gateValue, learn: may && around.maintainedUntil(t) === null })
  lane.observe?.(rule, t, may ? told : null)
  const judgement = rule.problem !== null || !may || told === null ? UNKNOWN : judgeValue(definition, told, gateValue)
  const met = count(lane, instance, rule, judgement.verdict, last, t)
  const judged = told ?? value
  const moved = step(lane.table.states[instance] ?? NORMAL, rule, { ...judgement, t, value: judged, gateValue, ...(met === undefined ? {} : { met }) })
  applyMove(lane, instance, rule, moved, t)
  if (moved.state.phase === 'firing' && judgement.verdict !== 'unknown') {
    if (judgement.verdict === 'true') lane.book.evidence(rule.incidentKey, rule, { t, at: t, value: judged, limit: judgement.limit, gateValue })
    lane.book.stillFires(rule.incidentKey, t)
  }
}

/** stepPoint judges a reading by every rule on its point. The caller then remembers it as the point's newest value. */
export const stepPoint = (lane: Lane, point: number, t: number, value: number): void => {
  const { first, rules } = lane.table
  const last = lastOf(lane, point)
  for (let instance = at0(first, point); instance < at0(first, point + 1); instance += 1) {
    const rule = rules[instance]
    if (rule !== undefined) stepInstance(lane, instance, rule, last, t, value)
  }
}

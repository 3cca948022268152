import { advance } from './advance.ts'
import type { LastValue, Moved } from './advance.ts'
import { noDataKeyOf } from './compile.ts'
import { memberOf } from './incident-book.ts'
import { judgeValue, UNKNOWN } from './judge.ts'
import { lastOf, NOWHERE } from './lane.ts'
import type { Lane } from './lane.ts'
import { isFiring, NORMAL } from './state.ts'
import type { RuleState } from './state.ts'
import { lacksGate, step } from './step.ts'
import { at0 } from './table.ts'
import type { CompiledRule, IncidentRef, Transition } from './types.ts'

/** enlist carries a transition into the incidents: who joins an episode, who leaves one. valueT is the value's own time. */
const enlist = (lane: Lane, rule: CompiledRule, change: Transition, valueT: number): IncidentRef | null => {
  const { book } = lane
  const { from, to, at } = change
  const evidence = { t: valueT, at, value: change.value ?? 0, limit: change.limit, gateValue: change.gateValue }
  const member = memberOf(rule.ruleId, rule.pointNo)
  if (to === 'no-data') return book.join(noDataKeyOf(rule.assetId, rule.ruleId), rule, evidence)
  if (from === 'no-data') return book.leave(noDataKeyOf(rule.assetId, rule.ruleId), member, at)
  if (isFiring(from)) return isFiring(to) ? book.mention(rule.incidentKey, at) : book.leave(rule.incidentKey, member, at)
  return isFiring(to) ? book.join(rule.incidentKey, rule, evidence) : null
}

/** applyMove makes a move an instance's state and its effects; valueT is the time of the value that the move speaks of. */
export const applyMove = (lane: Lane, instance: number, rule: CompiledRule, moved: Moved, valueT: number): void => {
  for (const change of moved.transitions) {
    const incident = enlist(lane, rule, change, valueT)
    lane.transitions.push({
      ruleId: rule.ruleId, ruleVersionId: rule.ruleVersionId, pointNo: rule.pointNo, assetId: rule.assetId, ...change, incident,
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
  active[point] = at0(active, point) + Number(state.phase !== 'normal') - Number(before.phase !== 'normal')
  states[instance] = state
  lane.dirty.add(instance)
}

/** isWarm tells whether a rule with a warm-up may judge at t. */
const isWarm = (state: RuleState, rule: CompiledRule, t: number): boolean =>
  rule.definition.warmupMs === 0 || (state.runningSince !== null && t >= state.runningSince + rule.definition.warmupMs)

const stepInstance = (lane: Lane, instance: number, rule: CompiledRule, last: LastValue | null, t: number, value: number): void => {
  const around = lane.around[instance] ?? NOWHERE
  let state = lane.table.states[instance] ?? NORMAL
  applyMove(lane, instance, rule, advance(state, rule, last, t, around), last?.t ?? t)
  if (rule.definition.warmupMs > 0 && (last === null || t - last.t > rule.stalenessMs)) {
    setState(lane, instance, { ...(lane.table.states[instance] ?? NORMAL), runningSince: t })
  }
  state = lane.table.states[instance] ?? NORMAL
  const gateValue = rule.definition.gate === null ? null : around.gateAt(t)
  const judgement = lacksGate(rule) || !isWarm(state, rule, t) ? UNKNOWN : judgeValue(rule.definition, value, gateValue)
  const moved = step(state, rule, { ...judgement, t, value, gateValue })
  applyMove(lane, instance, rule, moved, t)
  if (moved.state.phase === 'firing' && judgement.verdict !== 'unknown') {
    if (judgement.verdict === 'true') lane.book.evidence(rule.incidentKey, rule, { t, at: t, value, limit: judgement.limit, gateValue })
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

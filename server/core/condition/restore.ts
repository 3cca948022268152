import { noDataKeyOf } from './compile.ts'
import { memberOf, memberParts } from './incident-book.ts'
import type { Lane } from './lane.ts'
import { requeuePoint } from './lane-deadlines.ts'
import { restoreSignals } from './lane-signals.ts'
import { setState } from './lane-step.ts'
import { isFiring, NORMAL } from './state.ts'
import type { Phase, RuleState } from './state.ts'
import { at0 } from './table.ts'
import type { CompiledRule, EngineConfig, IncidentView } from './types.ts'

type Stored = EngineConfig['states'][number]
type Last = EngineConfig['last'][number]

/** restoreLane fills an empty lane with what was stored, and ends what a changed rule set has ended. */
export const restoreLane = (lane: Lane, config: EngineConfig): void => {
  for (const last of config.last) restoreLast(lane, last)
  for (const source of config.sources) {
    const rows = lane.sourceOf.get(source.sourceId)?.rows
    for (const row of source.waiting) {
      const point = lane.table.indexOf.get(row.pointNo)
      if (point !== undefined) rows?.push(point, row.t, row.value)
    }
  }
  restoreSignals(lane, config)
  const dropped = restoreStates(lane, config)
  endDroppedMembers(lane, dropped)
  for (let point = 0; point < lane.table.pointNo.length; point += 1) requeuePoint(lane, point)
}

const restoreLast = (lane: Lane, last: Last): void => {
  const { table } = lane
  const point = table.indexOf.get(last.pointNo)
  if (point === undefined) return
  table.source[point] = (last.sourceId === null ? undefined : lane.sourceOf.get(last.sourceId))?.index ?? -1
  for (const { t, value } of last.recent) {
    table.lastT[point] = t
    table.lastValue[point] = value
    table.rings[point]?.push(t, value)
  }
}

/** runningSince takes over when a point's data began to run: as stored, as given, else as far back as is known. */
const runningSince = (stored: Stored | undefined, last: Last | undefined): number | null =>
  stored?.state.runningSince ?? last?.runningSince ?? last?.recent[0]?.t ?? null

/** restoreStates puts stored states back, and gives those that are dropped because their rule changed. */
const restoreStates = (lane: Lane, config: EngineConfig): Map<string, Stored> => {
  const { table } = lane
  const stored = new Map(config.states.map((one) => [memberOf(one), one]))
  const lastOfPoint = new Map(config.last.map((one) => [one.pointNo, one]))
  const dropped = new Map(stored)
  table.rules.forEach((rule, instance) => {
    const member = memberOf(rule)
    const one = stored.get(member)
    const same = one?.ruleVersionId === rule.ruleVersionId
    if (same) dropped.delete(member)
    const base: RuleState = one !== undefined && same ? one.state : NORMAL
    const since = rule.definition.warmupMs > 0 ? runningSince(one, lastOfPoint.get(rule.pointNo)) : null
    setState(lane, instance, base.runningSince === since ? base : { ...base, runningSince: since })
    if (one === undefined || same) lane.dirty.delete(instance)
    else lane.dirty.add(instance)
  })
  return dropped
}

/** belongs tells whether a rule's state keeps it in the incident of a key. */
const belongs = (key: string, rule: CompiledRule, state: RuleState): boolean =>
  (key === rule.incidentKey && (isFiring(state.phase) || (state.before !== null && isFiring(state.before)))) ||
  (key === noDataKeyOf(rule) && state.phase === 'no-data')

/** endDroppedMembers takes out of the open incidents every instance that is no longer in them, with the reason "rule-changed". */
const endDroppedMembers = (lane: Lane, dropped: ReadonlyMap<string, Stored>): void => {
  const instances = new Map(lane.table.rules.map((rule, instance) => [memberOf(rule), instance]))
  for (const incident of lane.book.views()) {
    for (const member of incident.firing) {
      const instance = instances.get(member)
      const rule = instance === undefined ? undefined : lane.table.rules[instance]
      const state = instance === undefined ? undefined : lane.table.states[instance]
      if (rule === undefined || state === undefined || !belongs(incident.key, rule, state)) endMember(lane, incident, member, dropped.get(member))
    }
    if (incident.firing.length === 0) lane.book.leave(incident.key, '', incident.lastAt)
  }
}

const endMember = (lane: Lane, incident: IncidentView, member: string, stored: Stored | undefined): void => {
  const { ruleId, pointNo, level } = memberParts(member)
  const point = lane.table.indexOf.get(pointNo)
  const source = point === undefined ? undefined : lane.sources[at0(lane.table.source, point)]
  const at = Math.max(incident.lastAt, source?.evaluatedThrough ?? -Infinity)
  const from: Phase = stored?.state.phase ?? 'firing'
  lane.transitions.push({
    ruleId, ruleVersionId: stored?.ruleVersionId ?? incident.ruleVersionId, pointNo, level,
    assetId: incident.assetId, at, from, to: 'normal', reason: 'rule-changed', value: null, limit: null, gateValue: null,
    incident: lane.book.leave(incident.key, member, at),
  })
}

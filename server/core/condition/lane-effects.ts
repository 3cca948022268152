import type { Lane, SourceLane } from './lane.ts'
import { deadlineOf } from './lane-deadlines.ts'
import { NORMAL } from './state.ts'
import { at0 } from './table.ts'
import type { Effects, Judged, StateEffect } from './types.ts'

const takeStates = (lane: Lane): StateEffect[] =>
  [...lane.dirty].flatMap((instance) => {
    const rule = lane.table.rules[instance]
    if (rule === undefined) return []
    const state = lane.table.states[instance] ?? NORMAL
    return [{ ruleId: rule.ruleId, pointNo: rule.pointNo, level: rule.level, ruleVersionId: rule.ruleVersionId, state, deadline: deadlineOf(lane, instance) }]
  })

const waitingOf = (lane: Lane, source: SourceLane): Judged[] =>
  Array.from({ length: source.rows.n }, (_, row) => ({
    pointNo: at0(lane.table.pointNo, at0(source.rows.point, row)), t: at0(source.rows.t, row), value: at0(source.rows.value, row),
  }))

const orNull = (time: number): number | null => (time === -Infinity ? null : time)

/** takeEffects gives what a lane has changed since the last call and forgets it. */
export const takeEffects = (lane: Lane): Effects => {
  const effects: Effects = {
    transitions: lane.transitions,
    incidents: lane.book.take(),
    states: takeStates(lane),
    sources: lane.sources.filter((source) => source.touched).map((source) => ({
      sourceId: source.sourceId, watermark: orNull(source.watermark), evaluatedThrough: orNull(source.evaluatedThrough), waiting: waitingOf(lane, source),
      pauses: source.pauses.save(),
    })),
    pointSources: lane.pointSources,
  }
  lane.transitions = []
  lane.pointSources = []
  lane.dirty.clear()
  for (const source of lane.sources) source.touched = false
  return effects
}

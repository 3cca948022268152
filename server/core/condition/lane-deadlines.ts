import { applyDue, isDue, mayHappen, nextDue } from './advance.ts'
import type { Due } from './advance.ts'
import { isBefore } from './deadline-heap.ts'
import type { Deadline } from './deadline-heap.ts'
import { lastOf, NOWHERE } from './lane.ts'
import type { Lane, SourceLane } from './lane.ts'
import { applyMove } from './lane-step.ts'
import { NORMAL } from './state.ts'
import { at0 } from './table.ts'

const dueOf = (lane: Lane, instance: number): Due | null => {
  const rule = lane.table.rules[instance]
  return rule === undefined ? null : nextDue(lane.table.states[instance] ?? NORMAL, rule, lastOf(lane, at0(lane.table.pointOf, instance)), lane.around[instance] ?? NOWHERE)
}

/** tickAt gives the first whole millisecond at which a due thing happens by a tick. */
const tickAt = (due: { readonly at: number; readonly strict: boolean }): number => (due.strict ? due.at + 1 : due.at)

/** deadlineOf gives when an instance's state would change without data, as known now, or null. */
export const deadlineOf = (lane: Lane, instance: number): number | null => {
  const due = dueOf(lane, instance)
  return due === null ? null : tickAt(due)
}

/**
 * requeue makes sure that an instance has an entry no later than its deadline. A deadline that moved out (new data came)
 * keeps its early entry, which is set right when it comes up: so healthy readings never touch the heap.
 */
const requeue = (lane: Lane, instance: number): void => {
  const source = lane.sources[at0(lane.table.source, at0(lane.table.pointOf, instance))]
  const due = dueOf(lane, instance)
  if (source === undefined || due === null) return
  const entry: Deadline = { at: due.at, strict: due.strict, instance, source: source.index }
  const queued = lane.queued[instance]
  if (queued && queued.source === source.index && !isBefore(entry, queued)) return
  lane.queued[instance] = entry
  source.deadlines.push(entry)
}

/** requeuePostponed takes up again what waited for the source to show that it is alive. */
export const requeuePostponed = (lane: Lane, source: SourceLane): void => {
  const waiting = source.postponed
  source.postponed = []
  for (const instance of waiting) requeue(lane, instance)
}

/** requeuePoint does so for every rule on a point. */
export const requeuePoint = (lane: Lane, point: number): void => {
  for (let instance = at0(lane.table.first, point); instance < at0(lane.table.first, point + 1); instance += 1) requeue(lane, instance)
}

/** settle throws away entries that no longer hold until the top one is true, and gives it with what is due. */
const settle = (lane: Lane, source: SourceLane): { entry: Deadline; due: Due } | null => {
  for (let entry = source.deadlines.top(); entry !== undefined; entry = source.deadlines.top()) {
    const { instance } = entry
    const holds = lane.queued[instance] === entry
    const due = holds ? dueOf(lane, instance) : null
    if (due !== null && due.at === entry.at && due.strict === entry.strict) return { entry, due }
    source.deadlines.pop()
    if (holds) {
      lane.queued[instance] = null
      requeue(lane, instance)
    }
  }
  return null
}

/**
 * runDue lets everything happen that is due by T at the points a source feeds, in event-time order. With `before` only what
 * is due strictly earlier than T: while readings at T still wait, they may decide what happens at T.
 */
export const runDue = (lane: Lane, source: SourceLane, T: number, before = false): void => {
  while (source.deadlines.earliest <= T) {
    const next = settle(lane, source)
    if (next === null || !(before ? next.due.at < T : isDue(next.due, T))) return
    const { instance } = next.entry
    const rule = lane.table.rules[instance]
    const last = lastOf(lane, at0(lane.table.pointOf, instance))
    source.deadlines.pop()
    lane.queued[instance] = null
    if (rule === undefined || last === null) continue
    if (!mayHappen(next.due, rule, lane.around[instance] ?? NOWHERE)) {
      source.postponed.push(instance)
      continue
    }
    const moved = applyDue(lane.table.states[instance] ?? NORMAL, rule, last, next.due, lane.around[instance] ?? NOWHERE)
    applyMove(lane, instance, rule, moved, last.t)
    requeue(lane, instance)
  }
}

/** earliestDeadline gives the first time at which a tick of a live source would change something, or null. */
export const earliestDeadline = (lane: Lane): number | null => {
  let earliest: number | null = null
  for (const source of lane.sources) {
    const next = source.live ? settle(lane, source) : null
    if (next !== null && (earliest === null || tickAt(next.due) < earliest)) earliest = tickAt(next.due)
  }
  return earliest
}

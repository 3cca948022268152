import { advance } from './advance.ts'
import type { LastValue, Surroundings } from './advance.ts'
import { judgeValue } from './judge.ts'
import { NORMAL } from './state.ts'
import { step } from './step.ts'
import type { CompiledRule, Judged, Transition } from './types.ts'

/**
 * judgeAlone runs the pure steps over one rule's readings, one after the other, without any of the engine's machinery:
 * what the engine must agree with. Readings are sorted by time; the last T lets deadlines pass.
 */
export const judgeAlone = (rule: CompiledRule, readings: readonly Judged[], T: number): Transition[] => {
  const gates = readings.filter((row) => row.pointNo === rule.gatePointNo)
  const around: Surroundings = {
    gateAt: (t) => {
      const newest = gates.findLast((row) => row.t <= t)
      return newest !== undefined && t - newest.t <= rule.gateStalenessMs ? newest.value : null
    },
    maintainedUntil: () => null,
    activeAt: () => true,
    silentAt: (lastT, afterMs) => lastT + afterMs,
    heardAt: () => Infinity,
  }
  let [state, last]: [typeof NORMAL, LastValue | null] = [NORMAL, null]
  const transitions: Transition[] = []
  for (const { t, value } of readings.filter((row) => row.pointNo === rule.pointNo)) {
    const advanced = advance(state, rule, last, t, around)
    const gateValue = rule.definition.gate === null ? null : around.gateAt(t)
    const stepped = step(advanced.state, rule, { ...judgeValue(rule.definition, value, gateValue), t, value, gateValue })
    transitions.push(...advanced.transitions, ...stepped.transitions)
    state = stepped.state
    last = { t, value }
  }
  return [...transitions, ...advance(state, rule, last, T, around).transitions]
}

/** HeldRule is the little of a rule that firingsByHand looks at: above, no gate, no clear limit, nothing kept, no no-data policy. */
export interface HeldRule { readonly limit: number; readonly forMs: number; readonly stalenessMs: number }

/**
 * firingsByHand finds firings [from, to] without states, from the meaning alone: a value holds until the next reading, but no
 * longer than the staleness; a firing starts where a breach has held for forMs, and ends at the first later reading in limits.
 */
export const firingsByHand = (rule: HeldRule, readings: readonly { t: number; value: number }[], T: number): [number, number | null][] => {
  const firings: [number, number | null][] = []
  let start: number | null = null
  for (const [index, { t, value }] of readings.entries()) {
    const open = firings.at(-1)?.[1] === null
    if (open) {
      if (value <= rule.limit) firings[firings.length - 1] = [firings.at(-1)?.[0] ?? NaN, t]
      continue
    }
    const next = readings[index + 1]?.t ?? Infinity
    const gapBefore = index > 0 && t - (readings[index - 1]?.t ?? t) > rule.stalenessMs
    if (value <= rule.limit) start = null
    else if (start === null || gapBefore) start = t
    if (start === null) continue
    const holdsUntil = Math.min(next, t + rule.stalenessMs, T)
    if (start + rule.forMs <= holdsUntil) {
      firings.push([start + rule.forMs, null])
      start = null
    }
  }
  return firings
}

import { ZERO, type Money } from '../kernel/decimal.ts'
import { isFalseCall, isRight, outcomeOf, OUTCOMES, type Call, type Outcome } from './call.ts'

/** Alerts are the episodes in which a rule fired: all, those opened while work was done on the machine, and of the rest those on an order. */
export interface Alerts { readonly all: number; readonly suppressed: number; readonly withOrder: number }

/** FalseWork is what was spent on false calls; withoutRecords counts those on which nobody noted time or parts. */
export interface FalseWork { readonly labourMs: number; readonly partsCost: Money; readonly unpricedParts: number; readonly withoutRecords: number }

/**
 * Tally is everything counted of a rule, a version, a machine or a class, as raw sums: figures of several are made from their added tallies,
 * never from their figures.
 */
export interface Tally {
  readonly outcomes: Readonly<Record<Outcome, number>>
  readonly duplicates: number
  /** From the first alert to the start of the repair, and to the failure (ms): one number for each right call that has it; late alerts are negative. */
  readonly toRepairMs: readonly number[]
  readonly toFailureMs: readonly number[]
  readonly falseWork: FalseWork
  readonly alerts: Alerts
  /** How long machines were watched, added up over them (ms). */
  readonly watchedMs: number
}

const zeros = (): Record<Outcome, number> => Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>

/** EMPTY is the tally of nothing. */
export const EMPTY: Tally = {
  outcomes: zeros(), duplicates: 0, toRepairMs: [], toFailureMs: [], alerts: { all: 0, suppressed: 0, withOrder: 0 }, watchedMs: 0,
  falseWork: { labourMs: 0, partsCost: ZERO, unpricedParts: 0, withoutRecords: 0 },
}

const between = (calls: readonly Call[], end: (call: Call) => number | null): number[] =>
  calls.flatMap((call) => {
    const at = end(call)
    return at === null ? [] : [at - call.alertAt]
  })

const falseWorkOf = (calls: readonly Call[]): FalseWork => ({
  labourMs: calls.reduce((sum, call) => sum + (call.labourMs ?? 0), 0),
  partsCost: calls.reduce((sum, call) => sum + call.partsCost, ZERO),
  unpricedParts: calls.reduce((sum, call) => sum + call.unpricedParts, 0),
  withoutRecords: calls.filter((call) => call.labourMs === null && call.partsCost === ZERO && call.unpricedParts === 0).length,
})

/** tallyOf counts calls, alerts and watched time (ms). */
export function tallyOf(calls: readonly Call[], alerts: Alerts = EMPTY.alerts, watchedMs = 0): Tally {
  const own = calls.filter((call) => !call.isDuplicate)
  const outcomes = zeros()
  for (const call of own) outcomes[outcomeOf(call)] += 1
  const right = own.filter((call) => isRight(outcomeOf(call)))
  return {
    outcomes, duplicates: calls.length - own.length, alerts, watchedMs,
    toRepairMs: between(right, (call) => call.repairStartAt), toFailureMs: between(right, (call) => call.failureAt),
    falseWork: falseWorkOf(own.filter((call) => isFalseCall(outcomeOf(call)))),
  }
}

/** addTallies adds what was counted of several into one. */
export const addTallies = (tallies: readonly Tally[]): Tally => tallies.reduce(add, EMPTY)

const add = (a: Tally, b: Tally): Tally => ({
  outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, a.outcomes[outcome] + b.outcomes[outcome]])) as Record<Outcome, number>,
  duplicates: a.duplicates + b.duplicates,
  toRepairMs: [...a.toRepairMs, ...b.toRepairMs],
  toFailureMs: [...a.toFailureMs, ...b.toFailureMs],
  falseWork: {
    labourMs: a.falseWork.labourMs + b.falseWork.labourMs, partsCost: a.falseWork.partsCost + b.falseWork.partsCost,
    unpricedParts: a.falseWork.unpricedParts + b.falseWork.unpricedParts, withoutRecords: a.falseWork.withoutRecords + b.falseWork.withoutRecords,
  },
  alerts: { all: a.alerts.all + b.alerts.all, suppressed: a.alerts.suppressed + b.alerts.suppressed, withOrder: a.alerts.withOrder + b.alerts.withOrder },
  watchedMs: a.watchedMs + b.watchedMs,
})

import { DAY_MS } from '../kernel/time.ts'
import { MONTH_MS } from '../verdicts/figures.ts'
import { quantile } from '../verdicts/quantile.ts'
import type { Firing } from './firing-book.ts'
import { joinFiring, joinTrouble, troubleBegin, type FiringClass, type JoinedFiring, type JoinedTrouble, type KnownOutcome } from './outcomes.ts'
import { simulateTickets, type TicketRun } from './tickets.ts'

/** LeadTimes is how long before something the first firing came (ms, negative when after it): median and tenth percentile of n. */
export interface LeadTimes { readonly n: number; readonly medianMs: number | null; readonly p10Ms: number | null }

/** BacktestFigures is what a rule would have come to over a range. Rates are per month of 30 days; null below one day. */
export interface BacktestFigures {
  readonly firings: number
  readonly byClass: Readonly<Record<FiringClass, number>>
  /** Known failures and faults: all, told of in time, only when they were there, not at all. */
  readonly troubles: number
  readonly found: number
  readonly late: number
  readonly missed: number
  readonly toFailure: LeadTimes
  readonly toRepair: LeadTimes
  readonly orders: number
  readonly reopened: number
  readonly firingsPerMonth: number | null
  readonly ordersPerMonth: number | null
}

/** Joined is what judging found, set against what is known. */
export interface Joined {
  readonly firings: readonly JoinedFiring[]
  readonly troubles: readonly JoinedTrouble[]
  readonly tickets: TicketRun
}

/** BacktestRange is the range that was looked at, [from, to) in epoch ms, and how long an order is assumed to be worked on. */
export interface BacktestRange { readonly from: number; readonly to: number; readonly handlingMs: number }

/** inRange keeps the firings that lasted at some time within a range: one that was over before it only led up to it. */
export const inRange = (firings: readonly Firing[], { from, to }: Pick<BacktestRange, 'from' | 'to'>): Firing[] =>
  firings.filter(({ openedAt, resolvedAt }) => openedAt < to && (resolvedAt ?? Infinity) >= from)

/** happenedIn tells whether an order's trouble lies in a range: what came soon after still tells whether a firing was right, and is not to be found yet. */
export const happenedIn = ({ from, to }: Pick<BacktestRange, 'from' | 'to'>) => (outcome: KnownOutcome): boolean => troubleBegin(outcome) < to && outcome.endAt >= from

/** joinAll sets a rule set's firings against what is known, and lets the ticket policy decide on them. */
export function joinAll(firings: readonly Firing[], outcomes: readonly KnownOutcome[], range: BacktestRange): Joined {
  const own = Map.groupBy(outcomes, ({ assetId }) => assetId)
  const joined = firings.map((firing) => joinFiring(firing, own.get(firing.assetId) ?? []))
  const firingsOf = Map.groupBy(joined, ({ firing }) => firing.assetId)
  return {
    firings: joined,
    troubles: outcomes.filter(happenedIn(range)).flatMap((outcome) => joinTrouble(outcome, firingsOf.get(outcome.assetId) ?? []) ?? []),
    tickets: simulateTickets(joined, range.handlingMs, range.to),
  }
}

const leadOf = (values: readonly (number | null)[]): LeadTimes => {
  const known = values.filter((value) => value !== null)
  return { n: known.length, medianMs: quantile(known, 0.5), p10Ms: quantile(known, 0.1) }
}

/** figuresOf counts what a rule set would have come to. */
export function figuresOf({ firings, troubles, tickets }: Joined, { from, to }: Pick<BacktestRange, 'from' | 'to'>): BacktestFigures {
  const count = (comesTo: FiringClass): number => firings.filter((one) => one.class === comesTo).length
  const foundAs = (found: JoinedTrouble['found']): number => troubles.filter((trouble) => trouble.found === found).length
  const months = to - from < DAY_MS ? null : (to - from) / MONTH_MS
  const perMonth = (value: number): number | null => (months === null ? null : value / months)
  return {
    firings: firings.length,
    byClass: { hit: count('hit'), false: count('false'), unknown: count('unknown'), suppressed: count('suppressed') },
    troubles: troubles.length, found: foundAs('found'), late: foundAs('late'), missed: foundAs('missed'),
    toFailure: leadOf(troubles.map(({ toFailureMs }) => toFailureMs)), toRepair: leadOf(troubles.map(({ toRepairMs }) => toRepairMs)),
    orders: tickets.orders.length, reopened: tickets.orders.reduce((sum, { reopened }) => sum + reopened.length, 0),
    firingsPerMonth: perMonth(firings.length), ordersPerMonth: perMonth(tickets.orders.length),
  }
}

/** onlyOf keeps what concerns one machine. */
export const onlyOf = ({ firings, troubles, tickets }: Joined, assetId: string): Joined => ({
  firings: firings.filter(({ firing }) => firing.assetId === assetId),
  troubles: troubles.filter(({ outcome }) => outcome.assetId === assetId),
  // Skipped firings are counted altogether only.
  tickets: { orders: tickets.orders.filter((order) => order.assetId === assetId), skipped: {} },
})

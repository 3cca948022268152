import type { Effect } from '../work-orders/enums.ts'
import type { Verdict } from '../work-orders/verdict.ts'
import type { Firing } from './firing-book.ts'
import { figuresOf, happenedIn, inRange, joinAll, onlyOf, type BacktestFigures, type BacktestRange, type Joined } from './figures.ts'
import { kindOf, troubleBegin, type FiringClass, type Found, type KnownOutcome, type TroubleKind } from './outcomes.ts'
import type { RaisedOrder } from './tickets.ts'

/** MOST_FIRINGS is how many firings of one side a report lists; the figures count all of them. */
const MOST_FIRINGS = 2000

/** ReportFiring is one episode that a definition would have had: times in epoch ms, `to` null where it still lasts at the end. */
export interface ReportFiring {
  readonly key: string
  readonly assetId: string
  readonly pointNo: number
  readonly from: number
  readonly to: number | null
  readonly priority: number
  readonly limit: number
  readonly peak: number
  readonly peakAt: number
  readonly class: FiringClass
  readonly suppressedReason: string | null
  /** The order that says what it came to. */
  readonly order: { readonly id: string; readonly number: string; readonly verdict: Verdict | null } | null
}

/** ReportTrouble is an order that tells what was wrong with a machine in the range. */
export interface ReportTrouble {
  readonly orderId: string
  readonly orderNumber: string
  readonly assetId: string
  readonly kind: TroubleKind
  readonly verdict: Verdict | null
  readonly effect: Effect | null
  readonly from: number
  readonly to: number
  readonly failureAt: number | null
}

/** ReportFound is what became of a known failure or fault under one definition; lead times in ms, negative when the firing came after. */
export interface ReportFound {
  readonly orderId: string
  readonly found: Found
  readonly firstAt: number | null
  readonly toFailureMs: number | null
  readonly toRepairMs: number | null
}

/** ReportSide is what one definition would have come to. */
export interface ReportSide {
  readonly figures: BacktestFigures
  readonly machines: readonly { readonly assetId: string; readonly figures: BacktestFigures }[]
  readonly firings: readonly ReportFiring[]
  /** Firings that are counted and not listed. */
  readonly unlisted: number
  readonly found: readonly ReportFound[]
  readonly orders: readonly RaisedOrder[]
  readonly skipped: Readonly<Record<string, number>>
}

/** ReportMachine is a machine that was looked at, with the points the definitions watch on it. */
export interface ReportMachine {
  readonly id: string
  readonly tag: string
  readonly name: string
  readonly points: readonly { readonly id: string; readonly no: number; readonly code: string; readonly name: string; readonly unit: string }[]
}

/** ReportGap is a stretch in which a point's readings are no longer kept, while its hours are. */
export interface ReportGap { readonly pointNo: number; readonly fromMs: number; readonly toMs: number }

/** ReportBasis is what a report rests on. */
export interface ReportBasis {
  readonly range: BacktestRange
  readonly readings: number
  /** From when on time passed as it was journalled (epoch ms; null for never); before that, as far as the sources are known to have been alive. */
  readonly journalFrom: number | null
  /** Whether sources are among them that take their time from their own readings: then nothing was assumed of time. */
  readonly ownClock: boolean
  readonly machines: readonly ReportMachine[]
  readonly gaps: readonly ReportGap[]
}

/** BacktestReport is the result of a back-test; `format` counts up when its shape changes. */
export interface BacktestReport extends ReportBasis {
  readonly format: 1
  readonly troubles: readonly ReportTrouble[]
  readonly tried: ReportSide
  readonly compared: ReportSide | null
}

const firingOf = ({ firing, class: comesTo, order }: Joined['firings'][number]): ReportFiring => ({
  key: firing.key, assetId: firing.assetId, pointNo: firing.pointNo, from: firing.openedAt, to: firing.resolvedAt, priority: firing.priority, limit: firing.limit,
  peak: firing.peakValue, peakAt: firing.peakAt, class: comesTo, suppressedReason: firing.suppressedReason,
  order: order === null ? null : { id: order.orderId, number: order.orderNumber, verdict: order.verdict },
})

const troubleOf = (outcome: KnownOutcome): ReportTrouble => ({
  orderId: outcome.orderId, orderNumber: outcome.orderNumber, assetId: outcome.assetId, kind: kindOf(outcome), verdict: outcome.verdict, effect: outcome.effect,
  from: troubleBegin(outcome), to: outcome.endAt, failureAt: outcome.failureAt,
})

const sideOf = (firings: readonly Firing[], outcomes: readonly KnownOutcome[], { range, machines }: ReportBasis): ReportSide => {
  const joined = joinAll(inRange(firings, range), outcomes, range)
  return {
    figures: figuresOf(joined, range),
    machines: machines.map(({ id }) => ({ assetId: id, figures: figuresOf(onlyOf(joined, id), range) })),
    firings: joined.firings.slice(-MOST_FIRINGS).map(firingOf),
    unlisted: Math.max(0, joined.firings.length - MOST_FIRINGS),
    found: joined.troubles.map(({ outcome, found, firstAt, toFailureMs, toRepairMs }) => ({ orderId: outcome.orderId, found, firstAt, toFailureMs, toRepairMs })),
    orders: joined.tickets.orders,
    skipped: joined.tickets.skipped,
  }
}

/** reportOf sets what definitions would have done against what is known; compared is null where only one was tried. */
export const reportOf = (
  basis: ReportBasis, outcomes: readonly KnownOutcome[], firings: { readonly tried: readonly Firing[]; readonly compared: readonly Firing[] | null },
): BacktestReport => ({
  format: 1, ...basis,
  troubles: outcomes.filter(happenedIn(basis.range)).map(troubleOf),
  tried: sideOf(firings.tried, outcomes, basis),
  compared: firings.compared === null ? null : sideOf(firings.compared, outcomes, basis),
})

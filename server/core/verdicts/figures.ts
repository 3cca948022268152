import { formatMoney, perHour, type Money } from '../kernel/decimal.ts'
import { DAY_MS } from '../kernel/time.ts'
import { isFalseCall, isRight, OUTCOMES, type Outcome } from './call.ts'
import { quantile } from './quantile.ts'
import type { Tally } from './tally.ts'
import { wilson, type Interval } from './wilson.ts'

/** DEFINITION is the version of what the figures mean; it counts up when a formula changes, so that old reports can be told apart. */
const DEFINITION = 1

/** MONTH_MS is the month of rates: 30 days, as in a rule's preview. */
export const MONTH_MS = 30 * DAY_MS

/** Lead is how long before something the first alert came (ms, negative when after it): median and tenth percentile of n; left are right calls without such a time. */
export interface Lead { readonly n: number; readonly left: number; readonly medianMs: number | null; readonly p10Ms: number | null }

/** FalseCost is what false calls cost: decimal texts in the organization's currency. Labour and total are null where no hourly rate is known. */
export interface FalseCost {
  readonly calls: number
  readonly labourMs: number
  readonly labour: string | null
  readonly parts: string
  readonly total: string | null
  /** Left out of it: false calls without any record of work, and parts without a price. */
  readonly withoutRecords: number
  readonly unpricedParts: number
}

/** Figures are what verdicts say of a rule. A share is 0 to 1; null where there is nothing to reckon it from. */
export interface Figures {
  readonly definition: number
  /** How many calls came to what. */
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Calls, merged ones left out. */
  readonly calls: number
  /** Calls that count for or against the rule; the rest is shown apart. */
  readonly n: number
  readonly right: number
  readonly falseCalls: number
  /** Calls in no share: sensor fault, not inspected, unverified. */
  readonly apart: number
  readonly duplicates: number
  readonly precision: number | null
  readonly interval: Interval | null
  /** Machine-months watched, and false calls in each of them. */
  readonly assetMonths: number
  readonly falsePerAssetMonth: number | null
  readonly toRepair: Lead
  readonly toFailure: Lead
  readonly conversion: { readonly n: number; readonly withOrder: number; readonly share: number | null; readonly suppressed: number }
  readonly cost: FalseCost
}

const leadOf = (values: readonly number[], right: number): Lead => ({
  n: values.length, left: right - values.length, medianMs: quantile(values, 0.5), p10Ms: quantile(values, 0.1),
})

const count = (tally: Tally, which: (outcome: Outcome) => boolean): number => OUTCOMES.filter(which).reduce((sum, outcome) => sum + tally.outcomes[outcome], 0)

function costOf({ falseWork }: Tally, calls: number, rate: Money | null): FalseCost {
  const { labourMs, partsCost, withoutRecords, unpricedParts } = falseWork
  const labour = rate === null ? null : perHour(labourMs, rate)
  return {
    calls, labourMs, withoutRecords, unpricedParts,
    labour: labour === null ? null : formatMoney(labour), parts: formatMoney(partsCost), total: labour === null ? null : formatMoney(labour + partsCost),
  }
}

/**
 * figuresOf reckons what verdicts say, from raw sums. Precision is (confirmed + other fault found) / (those + false calls), where false calls are
 * nothing found and process change; sensor faults, what was not inspected and what has no verdict are shown apart. The rate is per hour of labour.
 */
export function figuresOf(tally: Tally, rate: Money | null): Figures {
  const calls = count(tally, () => true)
  const right = count(tally, isRight)
  const falseCalls = count(tally, isFalseCall)
  const n = right + falseCalls
  const assetMonths = tally.watchedMs / MONTH_MS
  const alerts = tally.alerts.all - tally.alerts.suppressed
  return {
    definition: DEFINITION, outcomes: tally.outcomes, calls, n, right, falseCalls, apart: calls - n, duplicates: tally.duplicates,
    precision: n === 0 ? null : right / n, interval: wilson(right, n),
    assetMonths, falsePerAssetMonth: assetMonths === 0 ? null : falseCalls / assetMonths,
    toRepair: leadOf(tally.toRepairMs, right), toFailure: leadOf(tally.toFailureMs, right),
    conversion: { n: alerts, withOrder: tally.alerts.withOrder, share: alerts === 0 ? null : tally.alerts.withOrder / alerts, suppressed: tally.alerts.suppressed },
    cost: costOf(tally, falseCalls, rate),
  }
}

import { KeyRun } from './key-run.ts'
import type { JoinedFiring } from './outcomes.ts'

/** RaisedOrder is one order that a rule set would have raised: when, for which key, when it would have been reopened, how many episodes it took in. */
export interface RaisedOrder {
  readonly key: string
  readonly assetId: string
  readonly at: number
  readonly reopened: readonly number[]
  readonly episodes: number
}

/** TicketRun is what the ticket policy would have made of firings: orders, and how many firings came onto none, by the policy's reason. */
export interface TicketRun {
  readonly orders: readonly RaisedOrder[]
  readonly skipped: Readonly<Record<string, number>>
}

/**
 * simulateTickets lets the ticket policy decide on firings as it does on incidents, in the order of time up to `until` (epoch ms): one open order
 * per key, hold-off, relapses. What no history tells is assumed: an order is worked on and closed `handlingMs` after it was raised or reopened, with the
 * verdict that is known of its time, else as not inspected.
 */
export function simulateTickets(firings: readonly JoinedFiring[], handlingMs: number, until: number): TicketRun {
  const orders: RaisedOrder[] = []
  const skipped: Record<string, number> = {}
  for (const [key, own] of Map.groupBy(firings, ({ firing }) => firing.key)) {
    const run = new KeyRun(own, handlingMs, until)
    for (const { at, reopened, episodes } of run.orders) orders.push({ key, assetId: own[0]?.firing.assetId ?? '', at, reopened, episodes: episodes.size })
    for (const reason of run.skipped.values()) skipped[reason] = (skipped[reason] ?? 0) + 1
  }
  orders.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  return { orders, skipped }
}

import type { PermitKind } from '../permits/kinds.ts'
import type { PermitStatus } from '../permits/transitions.ts'
import type { Safeguard } from '../work-orders/safeguards.ts'
import type { IsolationAct } from './events.ts'
import type { PlanContent } from './plan.ts'

/** ToldEvent is an event of an isolation as a tablet keeps it: times are ISO texts; opId tells the tablet which of its own acts it is. */
export type ToldEvent = IsolationAct & { readonly opId: string; readonly at: string; readonly personId: string; readonly late: boolean }

/** ToldIsolation is an order's newest isolation with everything that was done to it. */
export interface ToldIsolation {
  readonly id: string
  readonly planVersion: number
  readonly content: PlanContent
  readonly events: readonly ToldEvent[]
}

/** ToldTest is one gas that was measured; by is the name of who did. */
export interface ToldTest {
  readonly gas: string
  readonly value: number
  readonly unit: string
  readonly low: number | null
  readonly high: number | null
  readonly at: string
  readonly by: string
}

/** ToldPermit is a permit as a tablet keeps it. */
export interface ToldPermit {
  readonly id: string
  readonly number: string
  readonly kind: PermitKind
  readonly status: PermitStatus
  readonly work: string
  readonly from: string
  readonly to: string
  readonly issuer: { readonly id: string; readonly name: string }
  readonly performer: { readonly id: string; readonly name: string }
  readonly precautions: readonly string[]
  readonly gasTests: readonly ToldTest[]
}

/** TabletSafety is what keeps people safe on one order, as a tablet keeps it for when there is no network. */
export interface TabletSafety {
  /** The plan in force: what an isolation begun now is made by; null where the machine has none. */
  readonly plan: { readonly version: number; readonly content: PlanContent } | null
  readonly isolation: ToldIsolation | null
  readonly permits: readonly ToldPermit[]
  /** Everything else that is on at the machine: of other orders, and of this order's earlier isolations. */
  readonly guards: readonly Safeguard[]
  /** The names of the people in the events, by id. */
  readonly names: Readonly<Record<string, string>>
  /** The operations on the order's isolations and permits that the server has. */
  readonly taken: readonly string[]
}

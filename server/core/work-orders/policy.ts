import { DAY_MS } from '../kernel/time.ts'
import type { WorkOrderKind, WorkOrderSource } from './enums.ts'
import type { Priority } from './priority.ts'

/** HOLD_OFF_MS is how long after its end a ticket is reopened by a relapse instead of a new one being made: 7 days. */
export const HOLD_OFF_MS = 7 * DAY_MS

/** STILL_FIRING_MS is how long a fault may go on after its repair was reported before the ticket comes back: 24 hours. */
export const STILL_FIRING_MS = DAY_MS

/** APPROVED_BY_POLICY is the least urgent priority at which a predictive order needs no person's approval: 3, medium. */
export const APPROVED_BY_POLICY: Priority = 3

/** approvedByPolicy tells whether an order needs no person's approval: a predictive one of medium priority or higher, and planned PM. */
export const approvedByPolicy = (order: { readonly kind: WorkOrderKind; readonly source: WorkOrderSource; readonly priority: Priority }): boolean =>
  order.source === 'pm' || (order.kind === 'predictive' && order.priority <= APPROVED_BY_POLICY)

/** verificationRequired tells whether someone else must verify the work before it is closed: statutory work only. */
export const verificationRequired = (kind: WorkOrderKind): boolean => kind === 'statutory'

import type { Actor } from '#server/core/people/actor.ts'
import type { SAFETY_EVENTS } from '#server/core/work-orders/events.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { personOf } from './save-decision.ts'
import { insertEvent } from './work-orders.repo.ts'

/** SafetyNote is something about an order's isolation or permits that belongs in its history. */
export interface SafetyNote {
  readonly order: { readonly id: string; readonly status: string }
  readonly type: (typeof SAFETY_EVENTS)[number]
  readonly at: Date
  /** `what` names it; the rest is told with it. */
  readonly data: Readonly<Record<string, unknown>> & { readonly what: string }
}

/** noteSafety tells in the history of an order what was done to its isolation or permits. */
export async function noteSafety(tx: Tx, actor: Actor, { order, type, at, data }: SafetyNote): Promise<void> {
  await insertEvent(tx, { workOrderId: order.id, at, type, actorId: personOf(actor), opId: null, fromStatus: order.status, toStatus: order.status, data })
  await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id: order.id })
}

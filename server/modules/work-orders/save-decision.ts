import type { Actor } from '#server/core/people/actor.ts'
import type { OrderPatch } from '#server/core/work-orders/order.ts'
import type { OrderEventType } from '#server/core/work-orders/events.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { insertEvent, updateOrder, type LockedOrder } from './work-orders.repo.ts'

/** OrderChange is a decided change of an order: what is written of it, and what its history says. */
export interface OrderChange {
  readonly patch: OrderPatch & { incidentId?: string; ruleId?: string; ruleVersionId?: string }
  readonly event: OrderEventType
  readonly data: Readonly<Record<string, unknown>>
  /** Unique: a second change with it is refused by the database. */
  readonly opId: string
}

/** personOf is the acting person's id; null when a machine or the system acts. */
export const personOf = (actor: Actor): string | null => (actor.type === 'person' ? actor.personId : null)

const before = (order: LockedOrder, patch: OrderPatch): Record<string, unknown> =>
  Object.fromEntries(Object.keys(patch).map((field) => [field, (order as unknown as Record<string, unknown>)[field] ?? null]))

/** saveChange writes a change with its history entry, audit row and live notice, in the caller's transaction; returns the new version. */
export async function saveChange(tx: Tx, actor: Actor, order: LockedOrder, change: OrderChange): Promise<number> {
  const version = await updateOrder(tx, order.id, change.patch)
  const toStatus = change.patch.status ?? order.status
  await insertEvent(tx, {
    workOrderId: order.id, at: order.now, type: change.event, actorId: personOf(actor), opId: change.opId, fromStatus: order.status, toStatus, data: { ...change.data, version },
  })
  await writeAudit(tx, {
    actor, action: `work-order.${change.event}`, entity: 'work-order', entityId: order.id, before: before(order, change.patch), after: { ...change.patch, data: change.data },
  })
  await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id: order.id })
  return version
}

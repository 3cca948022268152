import { NOT_STARTED } from '#server/core/work-orders/enums.ts'
import { COMMAND_EVENTS } from '#server/core/work-orders/events.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { newestRequest } from './open-work.repo.ts'
import { eventByOp, insertEvent, lockOrder } from './work-orders.repo.ts'

/** openRequestOf finds the newest request of a machine on which nobody has begun; null when there is none. */
export const openRequestOf = (tx: Tx, assetId: string): Promise<{ id: string; status: string; priority: number } | null> => newestRequest(tx, assetId, NOT_STARTED)

/** noteReport tells in the history of a request that somebody without an account saw the same. */
export async function noteReport(tx: Tx, order: { readonly id: string; readonly status: string }, data: Readonly<Record<string, unknown>>, at: Date): Promise<void> {
  await insertEvent(tx, { workOrderId: order.id, at, type: COMMAND_EVENTS.meToo, actorId: null, opId: null, fromStatus: order.status, toStatus: order.status, data })
  await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id: order.id })
}

/** noteGuest tells in an order's history what somebody without an account said of it; false when his operation was taken in before, or the order is gone. */
export async function noteGuest(tx: Tx, orderId: string, opId: string, data: Readonly<Record<string, unknown>>, at: Date): Promise<boolean> {
  const order = await lockOrder(tx, orderId)
  if (!order || (await eventByOp(tx, opId))) return false
  await insertEvent(tx, { workOrderId: orderId, at, type: COMMAND_EVENTS.comment, actorId: null, opId, fromStatus: order.status, toStatus: order.status, data })
  await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id: orderId })
  return true
}

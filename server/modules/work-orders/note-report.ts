import { NOT_STARTED } from '#server/core/work-orders/enums.ts'
import { COMMAND_EVENTS } from '#server/core/work-orders/events.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { newestRequest } from './open-work.repo.ts'
import { insertEvent } from './work-orders.repo.ts'

/** openRequestOf finds the newest request of a machine on which nobody has begun; null when there is none. */
export const openRequestOf = (tx: Tx, assetId: string): Promise<{ id: string; status: string; priority: number } | null> => newestRequest(tx, assetId, NOT_STARTED)

/** noteReport tells in the history of a request that somebody without an account saw the same. */
export async function noteReport(tx: Tx, order: { readonly id: string; readonly status: string }, data: Readonly<Record<string, unknown>>, at: Date): Promise<void> {
  await insertEvent(tx, { workOrderId: order.id, at, type: COMMAND_EVENTS.meToo, actorId: null, opId: null, fromStatus: order.status, toStatus: order.status, data })
  await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id: order.id })
}

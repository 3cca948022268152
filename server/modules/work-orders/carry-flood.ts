import type { SystemActor } from '#server/core/people/actor.ts'
import { decide } from '#server/core/work-orders/decide.ts'
import { FOLDED_EVENT } from '#server/core/work-orders/events.ts'
import { listFolded, type FoldedAlarm } from '#server/core/work-orders/folded-evidence.ts'
import type { ToldReason } from '#server/core/work-orders/ticket-reasons.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { publishLive } from '#server/platform/live.ts'
import { findFolded, saveFolded, untouchedOrders } from './folded.repo.ts'
import { saveChange } from './save-decision.ts'
import { lockOrder } from './work-orders.repo.ts'

/** MERGED_REASON is why the system cancels an order whose alarm turned out to be part of a flood. */
const MERGED_REASON: ToldReason = 'part-of-a-flood'

/**
 * carryFlood puts the alarms that are folded under an order's incident onto the order's list, and cancels, as duplicates of it, the orders that
 * these had got before it was known that they are a flood, as far as nobody has done anything with them. Repeating it changes nothing.
 */
export async function carryFlood(tx: Tx, actor: SystemActor, orderId: string, incidentId: string, alarms: readonly FoldedAlarm[]): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (!order) return
  const before = await findFolded(tx, orderId, incidentId)
  const listed = listFolded(before, alarms)
  if (listed) {
    await saveFolded(tx, orderId, incidentId, order.now, listed)
    // A long flood would fill the history: it says once that there is one, and the list says how large it is.
    if (before === null) await saveChange(tx, actor, order, { patch: {}, event: FOLDED_EVENT, data: { count: listed.count, machines: listed.machines, incidentId }, opId: newId() })
    else await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id: orderId })
  }
  for (const { id } of await untouchedOrders(tx, alarms.map((alarm) => alarm.incidentId))) if (id !== orderId) await merge(tx, actor, id, orderId)
}

async function merge(tx: Tx, actor: SystemActor, id: string, into: string): Promise<void> {
  const order = await lockOrder(tx, id)
  if (!order) return
  const command = { name: 'cancel', payload: { reason: MERGED_REASON, duplicateOf: into } } as const
  const decided = decide(order, command, { now: order.now, personId: null, choices: order.choices, fields: order.fields }, () => true)
  // Somebody has ended it meanwhile: that is his decision.
  if (!decided.ok) return
  await saveChange(tx, actor, order, { patch: decided.value.patch, event: decided.value.event, data: decided.value.data, opId: newId() })
}

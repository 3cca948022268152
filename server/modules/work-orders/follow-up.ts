import type { Actor } from '#server/core/people/actor.ts'
import type { Tx } from '#server/platform/db.ts'
import { createOrder } from './create-order.ts'
import { orderWords } from './follow-up.repo.ts'
import type { LockedOrder } from './work-orders.repo.ts'

/** RaisedBy is the incident, with its rule and version, that an order is about. */
export interface RaisedBy {
  readonly incidentId: string
  readonly ruleId: string
  readonly ruleVersionId: string
}

/**
 * reopenAsNewOrder makes the order that takes the place of a reopening once costs are posted: the same work, linked, with a
 * number of its own. `cause` (an operation's or an episode's id) makes it harmless to repeat. Returns its id.
 */
export async function reopenAsNewOrder(
  tx: Tx, actor: Actor, order: LockedOrder, cause: string, news?: { readonly raisedBy: RaisedBy; readonly data: Readonly<Record<string, unknown>> },
): Promise<string> {
  const words = await orderWords(tx, order.id)
  const made = await createOrder(tx, actor, {
    source: order.source, kind: order.kind, assetId: order.assetId, priority: order.priority, title: words.title, description: words.description, text: words.text,
    failureMode: order.failureMode, incidentKey: order.incidentKey, incidentId: order.incidentId, ruleId: words.ruleId, ruleVersionId: words.ruleVersionId,
    ...news?.raisedBy,
    followUpOf: order.id, approved: true, idempotencyKey: `reopen:${order.id}:${cause}`, opId: null, data: { ...news?.data, followUpOf: order.id }, at: order.now,
  })
  return made.id
}

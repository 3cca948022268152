import { notFound } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import type { WorkOrderKind, WorkOrderSource } from '#server/core/work-orders/enums.ts'
import { approvedByPolicy, verificationRequired } from '#server/core/work-orders/policy.ts'
import { dueAt, type Priority } from '#server/core/work-orders/priority.ts'
import type { OrderText } from '#server/core/work-orders/ticket-text.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { insertOrder, orderByKey, placeOf, type CreatedOrder } from './create-order.repo.ts'
import { personOf } from './save-decision.ts'
import { insertEvent } from './work-orders.repo.ts'

/** NewOrder is an order to be made, wherever it comes from. */
export interface NewOrder {
  readonly source: WorkOrderSource
  readonly kind: WorkOrderKind
  readonly assetId: string
  readonly priority: Priority
  readonly title: string
  readonly description: string | null
  readonly text: OrderText | null
  readonly failureMode: string | null
  /** Set on condition orders: one of them is open per key. */
  readonly incidentKey: string | null
  readonly incidentId: string | null
  readonly ruleId: string | null
  readonly ruleVersionId: string | null
  readonly happenedOffline?: boolean
  readonly proposeClose?: boolean
  readonly followUpOf: string | null
  readonly assigneeId?: string | null
  /** True when whoever makes it may approve it. Policy may approve it too. */
  readonly approved: boolean
  /** The same key again gives the same order. */
  readonly idempotencyKey: string
  readonly opId: string | null
  /** Where the client chose the id, and a number until the order has its own. */
  readonly id?: string
  readonly provisionalNumber?: string | null
  /** What the history keeps of how it came about. */
  readonly data: Readonly<Record<string, unknown>>
  readonly at: Date
}

/** MadeOrder is a created order; existed is true when its idempotency key had made it before. */
export interface MadeOrder extends CreatedOrder {
  readonly siteId: string
  readonly existed: boolean
}

/** createOrder makes an order in the caller's transaction, with history, audit and live notice. Every order is born here. */
export async function createOrder(tx: Tx, actor: Actor, order: NewOrder): Promise<MadeOrder> {
  const place = await placeOf(tx, order.assetId)
  if (!place) throw notFound('This asset')
  const before = await orderByKey(tx, order.idempotencyKey)
  if (before) return { ...before, siteId: place.siteId, existed: true }
  const byPolicy = approvedByPolicy(order)
  const person = personOf(actor)
  const { approved, opId, data, at, ...fields } = order
  const made = await insertOrder(tx, {
    ...fields, ...place, status: approved || byPolicy ? 'approved' : 'requested', happenedOffline: order.happenedOffline ?? false, proposeClose: order.proposeClose ?? false,
    provisionalNumber: order.provisionalNumber ?? null,
    assigneeId: order.assigneeId ?? null, verificationRequired: verificationRequired(order.kind), createdBy: person, approvedBy: approved ? person : null,
    dueAt: dueAt(order.priority, at),
  })
  const given = order.assigneeId == null ? {} : { assigneeId: order.assigneeId }
  const history = { ...data, ...given, priority: order.priority, approvedByPolicy: byPolicy && !approved }
  await insertEvent(tx, { workOrderId: made.id, at, type: 'created', actorId: person, opId, fromStatus: null, toStatus: made.status, data: history })
  await writeAudit(tx, {
    actor, action: 'work-order.created', entity: 'work-order', entityId: made.id,
    after: { no: made.no, status: made.status, source: order.source, kind: order.kind, assetId: order.assetId, title: order.title, ...history },
  })
  await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id: made.id })
  return { ...made, siteId: place.siteId, existed: false }
}

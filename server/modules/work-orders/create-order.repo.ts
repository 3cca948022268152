import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { OrderText } from '#server/core/work-orders/ticket-text.ts'
import type { OrderPatch } from '#server/core/work-orders/order.ts'
import type { WorkOrderKind, WorkOrderSource, WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import type { Priority } from '#server/core/work-orders/priority.ts'

/** CreatedOrder names an order: its id, and the number that people see. */
export interface CreatedOrder {
  readonly id: string
  readonly no: number
  readonly status: string
}

/** OrderPlace is where an order's asset stands. */
export interface OrderPlace {
  readonly assetId: string
  readonly siteId: string
  /** The serial-numbered thing installed there now. */
  readonly equipmentId: string | null
}

/** NewOrderRow is an order as it is first stored. */
export interface NewOrderRow extends OrderPlace, Pick<OrderPatch, 'assigneeId' | 'plannedStart' | 'plannedEnd'> {
  readonly kind: WorkOrderKind
  readonly source: WorkOrderSource
  readonly status: WorkOrderStatus
  readonly priority: Priority
  readonly title: string
  readonly description: string | null
  readonly text: OrderText | null
  readonly failureMode: string | null
  readonly incidentKey: string | null
  readonly incidentId: string | null
  readonly ruleId: string | null
  readonly ruleVersionId: string | null
  readonly happenedOffline: boolean
  readonly proposeClose: boolean
  readonly verificationRequired: boolean
  readonly createdBy: string | null
  readonly approvedBy: string | null
  readonly dueAt: Date | null
  readonly followUpOf: string | null
  readonly idempotencyKey: string
  readonly id?: string
  readonly provisionalNumber: string | null
}

/** orderByKey finds the order that an idempotency key has made. */
export const orderByKey = (tx: Tx, idempotencyKey: string): Promise<CreatedOrder | null> =>
  tx.db.workOrder.findUnique({ where: { orgId_idempotencyKey: { orgId: tx.orgId, idempotencyKey } }, select: { id: true, no: true, status: true } })

/** placeOf finds an asset's site and what is installed there; null when there is no such asset. */
export async function placeOf(tx: Tx, assetId: string): Promise<OrderPlace | null> {
  const row = await tx.db.asset.findUnique({
    where: { orgId_id: { orgId: tx.orgId, id: assetId } },
    select: { siteId: true, installations: { where: { toAt: null }, take: 1, select: { equipmentId: true } } },
  })
  return row && { assetId, siteId: row.siteId, equipmentId: row.installations[0]?.equipmentId ?? null }
}

/**
 * insertOrder stores an order under the organization's next number. The counter's row is taken last and held until the commit,
 * so that numbers are unique and a rolled-back order leaves no gap.
 */
export async function insertOrder(tx: Tx, row: NewOrderRow): Promise<CreatedOrder> {
  const [next] = await tx.exec.query<{ value: number }>(
    `INSERT INTO counter (org_id, name, value) VALUES ($1::uuid, 'work-order', 1)
     ON CONFLICT (org_id, name) DO UPDATE SET value = counter.value + 1 RETURNING value`,
    [tx.orgId],
  )
  if (!next) throw new Error('the order counter gave no number')
  const { text, id = newId(), ...plain } = row
  return tx.db.workOrder.create({
    data: { ...plain, ...(text === null ? {} : { text }), orgId: tx.orgId, id, no: next.value },
    select: { id: true, no: true, status: true },
  })
}

/** assetWords gives an asset's tag and name. */
export const assetWords = (tx: Tx, assetId: string): Promise<{ tag: string; name: string }> =>
  tx.db.asset.findUniqueOrThrow({ where: { orgId_id: { orgId: tx.orgId, id: assetId } }, select: { tag: true, name: true } })

import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { writeOutbox } from '#server/platform/outbox.ts'
import { Prisma } from '#server/platform/prisma/client.ts'
import type { CompletionChoices } from '#server/core/work-orders/completion.ts'
import type { OrderFields } from '#server/core/work-orders/changes.ts'
import { deferral, type Deferral } from '#server/core/work-orders/deferral.ts'
import { SECOND_RECORD } from '#server/core/work-orders/events.ts'
import { workOrderKind, workOrderSource, workOrderStatus, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import type { OrderFacts, OrderPatch } from '#server/core/work-orders/order.ts'
import { secondRecord } from '#server/core/work-orders/second-record.ts'
import { toPriority } from '#server/core/work-orders/priority.ts'

/** LockedOrder is what commands need to know of an order, as a rule held by the transaction. */
export interface LockedOrder extends OrderFacts {
  readonly id: string
  readonly no: number
  readonly siteId: string
  readonly assetId: string
  readonly incidentKey: string | null
  readonly deferral: Deferral | null
  readonly dueAt: Date | null
  readonly closedAt: Date | null
  /** When the episode began that the order is about; null on other orders. */
  readonly episodeOpenedAt: Date | null
  readonly version: number
  readonly choices: CompletionChoices
  /** What people write on it, for edits and second records. */
  readonly fields: OrderFields
  /** The database's clock when the order was read. */
  readonly now: Date
}

/** databaseClock is the database's time at this moment, which does not stand still in a transaction. */
export async function databaseClock(tx: Tx): Promise<Date> {
  const [row] = await tx.exec.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  if (!row) throw new Error('the database told no time')
  return row.now
}

/** lockOrder takes an order for this transaction, so that commands on it come one after another; null when there is none. */
export async function lockOrder(tx: Tx, id: string): Promise<LockedOrder | null> {
  await tx.exec.query('SELECT 1 FROM work_order WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE', [tx.orgId, id])
  // Read after the lock: the statement that waited for it saw the row as it was before.
  return readFacts(tx, id)
}

/** readFacts reads what commands need to know of an order; null when there is none. */
export async function readFacts(tx: Tx, id: string): Promise<LockedOrder | null> {
  const row = await tx.db.workOrder.findUnique({
    where: { orgId_id: { orgId: tx.orgId, id } },
    include: { incident: { select: { openedAt: true } }, asset: { select: { class: { select: { failureModes: true, items: { select: { code: true } } } } } } },
  })
  if (!row) return null
  const modes = row.asset.class?.failureModes ?? []
  const stored = deferral.nullable().safeParse(row.deferral)
  return {
    ...row,
    episodeOpenedAt: row.incident?.openedAt ?? null,
    status: workOrderStatus.parse(row.status),
    kind: workOrderKind.parse(row.kind),
    source: workOrderSource.parse(row.source),
    priority: toPriority(row.priority),
    safety: modes.some((mode) => mode.safety && mode.code === row.failureMode),
    deferral: stored.success ? stored.data : null,
    secondRecord: secondRecord.nullable().safeParse(row.secondRecord).data ?? null,
    fields: { ...row, priority: toPriority(row.priority), plannedHours: row.plannedHours?.toNumber() ?? null },
    choices: {
      items: (row.asset.class?.items ?? []).map((item) => item.code),
      modes: modes.map((mode) => mode.code),
      activities: [...new Set(modes.flatMap((mode) => mode.activities))],
    },
    now: await databaseClock(tx),
  }
}

// An empty JSON field is null in the database, and not a JSON null in it.
const json = (field: string, value: object | null | undefined): Record<string, Prisma.InputJsonObject | typeof Prisma.DbNull> =>
  value === undefined ? {} : { [field]: value === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject) }

/** updateOrder writes a patch and counts the version up; returns the new version. */
export async function updateOrder(tx: Tx, id: string, patch: OrderPatch & { incidentId?: string; ruleId?: string; ruleVersionId?: string }): Promise<number> {
  const { deferral: put, text, secondRecord: second, ...plain } = patch
  const row = await tx.db.workOrder.update({
    where: { orgId_id: { orgId: tx.orgId, id } },
    data: { ...plain, ...json('deferral', put), ...json('text', text), ...json('secondRecord', second), version: { increment: 1 } },
    select: { version: true },
  })
  return row.version
}

/** OrderEvent is one entry of an order's history. */
export interface OrderEvent {
  readonly workOrderId: string
  readonly at: Date
  readonly type: string
  readonly actorId: string | null
  readonly opId: string | null
  readonly fromStatus: string | null
  readonly toStatus: string
  readonly data: Readonly<Record<string, unknown>>
}

// What people may have to be told of.
const NEWS = ['created', 'assigned', 'scheduled', 'commented', 'completed', SECOND_RECORD]

/** insertEvent appends to an order's history, and leaves a message for those whom it may concern; a second event of one opId violates its unique key. */
export async function insertEvent(tx: Tx, event: OrderEvent): Promise<void> {
  const id = newId()
  if (NEWS.includes(event.type)) await writeOutbox(tx.exec, tx.orgId, 'news', { about: 'order', orderId: event.workOrderId, eventId: id })
  await tx.db.workOrderEvent.create({ data: { ...event, orgId: tx.orgId, id, data: JSON.parse(JSON.stringify(event.data)) as Prisma.InputJsonObject } })
}

/** StoredEvent is what a repeated operation needs to answer as it did the first time. */
export interface StoredEvent {
  readonly workOrderId: string
  readonly type: string
  readonly toStatus: string | null
  readonly data: unknown
}

/** eventByOp finds what an operation did, if it has been done. */
export const eventByOp = (tx: Tx, opId: string): Promise<StoredEvent | null> =>
  tx.db.workOrderEvent.findUnique({ where: { orgId_opId: { orgId: tx.orgId, opId } }, select: { workOrderId: true, type: true, toStatus: true, data: true } })

/** idByNumber finds an order by its number; null when there is none. */
export async function idByNumber(tx: Tx, no: number): Promise<string | null> {
  const row = await tx.db.workOrder.findUnique({ where: { orgId_no: { orgId: tx.orgId, no } }, select: { id: true } })
  return row?.id ?? null
}

/** statusOf reads an order's state and keeps it until the transaction ends; null when there is no such order. */
export async function statusOf(tx: Tx, id: string): Promise<WorkOrderStatus | null> {
  const [row] = await tx.exec.query<{ status: string }>('SELECT status FROM work_order WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE', [tx.orgId, id])
  return row ? workOrderStatus.parse(row.status) : null
}

/** idByProvisional finds an order by the number that a tablet gave it; null when there is none. */
export async function idByProvisional(tx: Tx, provisionalNumber: string): Promise<string | null> {
  const row = await tx.db.workOrder.findUnique({ where: { orgId_provisionalNumber: { orgId: tx.orgId, provisionalNumber } }, select: { id: true } })
  return row?.id ?? null
}

/** followable tells whether an order can be gone on with at a machine: both stand at the same site. */
export async function followable(tx: Tx, orderId: string, assetId: string): Promise<boolean> {
  const rows = await tx.exec.query(
    'SELECT 1 FROM work_order w JOIN asset a ON a.org_id = w.org_id AND a.site_id = w.site_id WHERE w.org_id = $1::uuid AND w.id = $2::uuid AND a.id = $3::uuid', [tx.orgId, orderId, assetId],
  )
  return rows.length > 0
}

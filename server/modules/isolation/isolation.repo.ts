import { readEvent, type IsolationAct, type IsolationEvent } from '#server/core/isolation/events.ts'
import { planContent, type PlanContent } from '#server/core/isolation/plan.ts'
import type { IsolationState } from '#server/core/isolation/shape.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** HeldOrder is the order whose isolation is changed, taken for this transaction. */
export interface HeldOrder {
  readonly id: string
  readonly no: number
  readonly siteId: string
  readonly assetId: string
  readonly status: string
  /** The database's clock when it was read. */
  readonly now: Date
}

/** takeOrder takes an order for this transaction; null when the tenant has none of that id. */
export async function takeOrder(tx: Tx, id: string): Promise<HeldOrder | null> {
  await tx.exec.query('SELECT 1 FROM work_order WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE', [tx.orgId, id])
  // Read after the lock: the statement that waited for it saw the row as it was before.
  const [row] = await tx.exec.query<HeldOrder>(
    `SELECT id, no, site_id AS "siteId", asset_id AS "assetId", status, clock_timestamp() AS now FROM work_order WHERE org_id = $1::uuid AND id = $2::uuid`, [tx.orgId, id],
  )
  return row ?? null
}

/** StoredIsolation is an order's isolation with everything that was done to it. */
export interface StoredIsolation {
  readonly id: string
  readonly workOrderId: string
  readonly siteId: string
  readonly assetId: string
  readonly planId: string
  readonly planVersion: number
  readonly content: PlanContent
  readonly begunBy: string
  readonly begunAt: Date
  readonly endedAt: Date | null
  readonly events: readonly IsolationEvent[]
}

/** isolationsOf lists an order's isolations with their events, the newest first. */
export async function isolationsOf(tx: Tx, workOrderId: string): Promise<StoredIsolation[]> {
  const rows = await tx.db.isolation.findMany({ where: { orgId: tx.orgId, workOrderId }, include: { events: { orderBy: { no: 'asc' } } }, orderBy: [{ begunAt: 'desc' }, { id: 'desc' }] })
  return rows.map((row) => ({ ...row, content: planContent.parse(row.content), events: row.events.flatMap((event) => readEvent(event) ?? []) }))
}

/** isolationOfOp finds which isolation an operation was about, if it has been done. */
export async function isolationOfOp(tx: Tx, opId: string): Promise<{ isolationId: string; type: string; workOrderId: string } | null> {
  const [row] = await tx.exec.query<{ isolationId: string; type: string; workOrderId: string }>(
    `SELECT e.isolation_id AS "isolationId", e.type, i.work_order_id AS "workOrderId" FROM isolation_event e JOIN isolation i ON i.org_id = e.org_id AND i.id = e.isolation_id
     WHERE e.org_id = $1::uuid AND e.op_id = $2::uuid`, [tx.orgId, opId],
  )
  return row ?? null
}

/** insertIsolation begins an isolation with a copy of the plan. */
export async function insertIsolation(tx: Tx, isolation: Omit<StoredIsolation, 'events' | 'endedAt'>): Promise<void> {
  await tx.db.isolation.create({ data: { orgId: tx.orgId, ...isolation } })
}

/** insertEvent appends what was done; a second one of the same operation violates its unique key. */
export async function insertEvent(
  tx: Tx, isolationId: string, no: number, event: { act: IsolationAct; opId: string; at: Date; recordedAt: Date; personId: string; late: boolean },
): Promise<string> {
  const { act, ...rest } = event
  const id = newId()
  await tx.db.isolationEvent.create({ data: { orgId: tx.orgId, id, isolationId, no, type: act.type, data: { ...act.data }, ...rest } })
  return id
}

/** saveState writes how an isolation stands, for those who ask without adding up its events. */
export async function saveState(tx: Tx, id: string, state: IsolationState, endedAt: Date | null): Promise<void> {
  await tx.db.isolation.update({
    where: { orgId_id: { orgId: tx.orgId, id } },
    data: { phase: state.phase, endedAt, locks: state.locks.map(({ personId, lock, since }) => ({ personId, lock, since: since.toISOString() })) },
  })
}

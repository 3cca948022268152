import type { StageChange } from '#server/core/public/stage.ts'
import { workOrderStatus, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import type { Tx } from '#server/platform/db.ts'

/** NewRequest is a report as it is stored. */
export interface NewRequest {
  readonly id: string
  readonly siteId: string
  readonly doorId: string
  readonly workOrderId: string
  readonly said: string
  readonly machine: string | null
  readonly stopped: boolean
  readonly danger: boolean
  readonly name: string | null
  readonly contact: string | null
  readonly locale: string
  readonly joined: boolean
  readonly secretHash: string
  readonly at: Date
}

/** insertRequest stores a report. */
export async function insertRequest(tx: Tx, row: NewRequest): Promise<void> {
  await tx.db.publicRequest.create({ data: { ...row, orgId: tx.orgId } })
}

/** hasRequest tells whether a report was stored under a link. */
export const hasRequest = async (tx: Tx, secretHash: string): Promise<boolean> => (await tx.db.publicRequest.count({ where: { orgId: tx.orgId, secretHash } })) > 0

/** requestsSince counts what a site was told since a time. */
export const requestsSince = (tx: Tx, siteId: string, since: Date): Promise<number> => tx.db.publicRequest.count({ where: { orgId: tx.orgId, siteId, at: { gte: since } } })

/** lockPlace lets the reports of one site come one after another, so that two about one trouble find each other. */
export const lockPlace = (tx: Tx, siteId: string): Promise<unknown> =>
  tx.exec.query('SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended($1, 11))) AS locked', [`reports at ${siteId}`])

/** machineByTag finds the machine of a site whose tag was typed, whatever its spaces and signs; null unless exactly one is meant. */
export async function machineByTag(tx: Tx, siteId: string, plain: string): Promise<string | null> {
  if (plain === '') return null
  const rows = await tx.exec.query<{ id: string }>(
    `SELECT id FROM asset WHERE org_id = $1::uuid AND site_id = $2::uuid AND regexp_replace(upper(tag), '[^[:alnum:]]', '', 'g') = $3 LIMIT 2`, [tx.orgId, siteId, plain])
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

/** topOfSite is the position of a site that holds the most others: where a report belongs whose machine is not known; null when the site has none. */
export async function topOfSite(tx: Tx, siteId: string): Promise<string | null> {
  const [row] = await tx.exec.query<{ id: string }>(
    `SELECT a.id FROM asset a WHERE a.org_id = $1::uuid AND a.site_id = $2::uuid AND a.parent_id IS NULL
     ORDER BY (SELECT count(*) FROM asset c WHERE c.org_id = a.org_id AND c.parent_id = a.id) DESC, a.tag LIMIT 1`, [tx.orgId, siteId])
  return row?.id ?? null
}

/** ReportRow is a report with the order it became, and that order's way. */
export interface ReportRow {
  readonly at: Date
  readonly joined: boolean
  readonly zone: string
  readonly status: WorkOrderStatus
  readonly reason: string | null
  readonly changes: readonly StageChange[]
}

interface OrderRow {
  readonly id: string
  readonly status: string
  readonly reason: string | null
  readonly duplicateOf: string | null
}

const MOST_LINKS = 5

async function orderBehind(tx: Tx, id: string): Promise<OrderRow | null> {
  let order: OrderRow | null = null
  // What was merged into another order goes on there.
  for (let next: string | null = id, i = 0; next !== null && i < MOST_LINKS; i += 1) {
    const [row]: OrderRow[] = await tx.exec.query<OrderRow>(
      `SELECT id, status, end_reason AS reason, duplicate_of AS "duplicateOf" FROM work_order WHERE org_id = $1::uuid AND id = $2::uuid`, [tx.orgId, next])
    if (row) order = row
    next = row?.duplicateOf ?? null
  }
  return order
}

/** reportBySecret reads a report and what became of it, by the hash of its link; null when there is none. */
export async function reportBySecret(tx: Tx, secretHash: string): Promise<ReportRow | null> {
  const row = await tx.db.publicRequest.findUnique({
    where: { orgId_secretHash: { orgId: tx.orgId, secretHash } }, select: { at: true, joined: true, workOrderId: true, site: { select: { timeZone: true } } },
  })
  const order = row && (await orderBehind(tx, row.workOrderId))
  if (!row || !order) return null
  const events = await tx.exec.query<{ at: Date; to: string }>(
    `SELECT at, to_status AS "to" FROM work_order_event WHERE org_id = $1::uuid AND work_order_id = $2::uuid AND to_status IS NOT NULL AND to_status IS DISTINCT FROM from_status ORDER BY at, id`, [tx.orgId, order.id])
  return {
    at: row.at, joined: row.joined, zone: row.site.timeZone, status: workOrderStatus.parse(order.status), reason: order.reason,
    changes: events.map(({ at, to }) => ({ at, to: workOrderStatus.parse(to) })),
  }
}

/** reportsOf reads what was reported of an order, the oldest first. */
export const reportsOf = (tx: Tx, workOrderId: string) =>
  tx.db.publicRequest.findMany({
    where: { orgId: tx.orgId, workOrderId }, orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, said: true, machine: true, stopped: true, danger: true, name: true, contact: true, joined: true, locale: true, at: true },
  })

/** siteOfOrder is where an order's asset stands; null when there is no such order. */
export const siteOfOrder = (tx: Tx, id: string): Promise<{ siteId: string } | null> =>
  tx.db.workOrder.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { siteId: true } })

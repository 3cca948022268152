import { DOWNTIME_REASONS } from '#server/core/work-orders/downtime.ts'
import type { Tx } from '#server/platform/db.ts'

/** DowntimeRow is a standstill of an order's machine as it is stored. */
export interface DowntimeRow {
  readonly fromAt: Date
  readonly toAt: Date | null
  readonly reason: string
  readonly planned: boolean
  readonly note: string | null
}

/** ReasonChoice is a reason that can be given; name null for one of the product's, which is told in the reader's language. */
export interface ReasonChoice {
  readonly code: string
  readonly name: string | null
}

/** downtimeReasons lists the reasons that an organization gives, or those of the product while it has no list of its own. */
export async function downtimeReasons(tx: Tx): Promise<readonly ReasonChoice[]> {
  const own = await tx.db.downtimeReason.findMany({ where: { orgId: tx.orgId }, orderBy: [{ position: 'asc' }, { code: 'asc' }], select: { code: true, name: true } })
  return own.length > 0 ? own : DOWNTIME_REASONS.map((code) => ({ code, name: null }))
}

/** findDowntime finds a standstill that was written down on an order; null for none. */
export const findDowntime = (tx: Tx, workOrderId: string, id: string): Promise<DowntimeRow | null> =>
  tx.db.downtime.findFirst({ where: { orgId: tx.orgId, id, workOrderId }, select: { fromAt: true, toAt: true, reason: true, planned: true, note: true } })

interface NewDowntime extends DowntimeRow {
  readonly id: string
  readonly assetId: string
  readonly workOrderId: string
  readonly recordedBy: string | null
  readonly late: boolean
}

/** insertDowntime writes down that the order's machine stood still. */
export async function insertDowntime(tx: Tx, row: NewDowntime): Promise<void> {
  await tx.db.downtime.create({ data: { ...row, orgId: tx.orgId } })
}

/** changeDowntime puts other times or another reason in the place of a standstill. */
export async function changeDowntime(tx: Tx, id: string, row: DowntimeRow): Promise<void> {
  await tx.db.downtime.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: row })
}

/** downtimeOf lists the standstills of an order's machine, the oldest first. */
export const downtimeOf = (tx: Tx, workOrderId: string) =>
  tx.db.downtime.findMany({ where: { orgId: tx.orgId, workOrderId }, orderBy: [{ fromAt: 'asc' }, { id: 'asc' }] })

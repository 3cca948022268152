import { UNFINISHED } from '#server/core/work-orders/enums.ts'
import type { Tx } from '#server/platform/db.ts'

const MOST = 20

/** openOrdersOf lists a machine's orders with work still to be done, the newest first. */
export const openOrdersOf = (tx: Tx, assetId: string) =>
  tx.db.workOrder.findMany({
    where: { orgId: tx.orgId, assetId, status: { in: [...UNFINISHED] } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: MOST,
    select: { id: true, no: true, provisionalNumber: true, title: true, text: true, status: true, priority: true, createdAt: true, _count: { select: { witnesses: true } } },
  })

/** newestRequest finds the newest request of a machine in one of the states given. */
export const newestRequest = (tx: Tx, assetId: string, statuses: readonly string[]): Promise<{ id: string; status: string; priority: number } | null> =>
  tx.db.workOrder.findFirst({
    where: { orgId: tx.orgId, assetId, source: 'request', status: { in: [...statuses] } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: { id: true, status: true, priority: true },
  })

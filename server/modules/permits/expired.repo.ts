import type { Tx } from '#server/platform/db.ts'

/** ExpiredPermit is an open permit whose time is over. */
export interface ExpiredPermit {
  readonly id: string
  readonly no: number
  readonly orderId: string
  readonly issuerId: string
  readonly performerId: string
  readonly to: Date
}

/** expiredPermits lists the permits that are open beyond their time and of which nobody was told, the oldest first. */
export const expiredPermits = (tx: Tx): Promise<ExpiredPermit[]> =>
  tx.exec.query<ExpiredPermit>(
    `SELECT p.id, p.no, p.work_order_id AS "orderId", p.issuer_id AS "issuerId", p.performer_id AS "performerId", p.to_at AS "to" FROM permit p
     WHERE p.org_id = $1::uuid AND p.closed_at IS NULL AND p.status IN ('issued', 'suspended') AND p.to_at <= clock_timestamp()
       AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.org_id = p.org_id AND n.key LIKE 'permit-expired:' || p.id || ':' || floor(extract(epoch FROM p.to_at))::bigint || ':%')
     ORDER BY p.to_at LIMIT 100`,
    [tx.orgId],
  )

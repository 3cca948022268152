import type { Tx } from '#server/platform/db.ts'

/** subjectsOfOrder lists what a call-out about an order may be about: the order itself, and the incidents it was made for. */
export async function subjectsOfOrder(tx: Tx, orderId: string): Promise<string[]> {
  const rows = await tx.exec.query<{ id: string }>(
    `SELECT i.id FROM work_order w JOIN incident i ON i.org_id = w.org_id AND i.key = w.incident_key AND i.created_at >= w.created_at - interval '1 day' WHERE w.org_id = $1::uuid AND w.id = $2::uuid
     UNION SELECT incident_id FROM work_order WHERE org_id = $1::uuid AND id = $2::uuid AND incident_id IS NOT NULL`,
    [tx.orgId, orderId],
  )
  return [orderId, ...rows.map(({ id }) => id)]
}

/** ordersFor gives the number of the order behind each thing: the order itself, or the newest that an incident led to. */
export async function ordersFor(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.exec.query<{ subjectId: string; no: number }>(
    `SELECT id AS "subjectId", no FROM work_order WHERE org_id = $1::uuid AND id = ANY($2::uuid[])
     UNION ALL (SELECT DISTINCT ON (i.id) i.id, w.no FROM incident i JOIN work_order w ON w.org_id = i.org_id AND w.incident_key = i.key
       WHERE i.org_id = $1::uuid AND i.id = ANY($2::uuid[]) AND (w.incident_id = i.id OR w.status NOT IN ('closed', 'cancelled', 'rejected')) ORDER BY i.id, w.created_at DESC)`,
    [tx.orgId, subjectIds],
  )
  return new Map(rows.map(({ subjectId, no }) => [subjectId, no]))
}

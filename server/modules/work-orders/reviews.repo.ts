import type { ClashView } from '#server/core/work-orders/review.ts'
import type { Tx } from '#server/platform/db.ts'

/** lastChange finds who changed a field of an order last, and when; nulls when it is as it was made. */
export async function lastChange(tx: Tx, orderId: string, field: string): Promise<Pick<ClashView, 'changedBy' | 'changedAt'>> {
  const [row] = await tx.exec.query<{ at: Date; id: string | null; name: string | null }>(
    `SELECT a.at, p.id, p.name FROM audit a LEFT JOIN person p ON p.org_id = a.org_id AND p.id::text = a.actor_id::text
     WHERE a.org_id = $1::uuid AND a.entity = 'work-order' AND a.entity_id = $2 AND jsonb_exists(a.after, $3) ORDER BY a.at DESC, a.id DESC LIMIT 1`,
    [tx.orgId, orderId, field],
  )
  return { changedBy: row?.id == null ? null : { id: row.id, name: row.name ?? '' }, changedAt: row?.at.toISOString() ?? null }
}

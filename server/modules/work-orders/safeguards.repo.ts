import { readEvent, type IsolationEvent } from '#server/core/isolation/events.ts'
import { planContent, type PlanContent } from '#server/core/isolation/plan.ts'
import { formatPermitNumber } from '#server/core/permits/permit-number.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import type { Safeguard } from '#server/core/work-orders/safeguards.ts'
import type { Tx } from '#server/platform/db.ts'

interface Row {
  readonly kind: Safeguard['kind']
  readonly orderId: string
  readonly no: number
  readonly name: string | null
}

/**
 * safeguardsOf lists the locks that are on, the permits that are open and the isolations that are not over, of an order and of every order at the same machine: the position
 * itself, its parts, and the machine that it is a part of.
 */
export async function safeguardsOf(tx: Tx, order: { readonly id: string; readonly assetId: string }): Promise<Safeguard[]> {
  const rows = await tx.exec.query<Row>(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id, level FROM asset WHERE org_id = $1::uuid AND id = $2::uuid
       UNION ALL
       SELECT a.id, a.parent_id, a.level FROM up JOIN asset a ON a.org_id = $1::uuid AND a.id = up.parent_id WHERE up.level = 'component'
     ), down AS (
       SELECT id FROM asset WHERE org_id = $1::uuid AND id = $2::uuid
       UNION ALL
       SELECT a.id FROM down JOIN asset a ON a.org_id = $1::uuid AND a.parent_id = down.id
     ), place AS (SELECT id FROM up UNION SELECT id FROM down)
     SELECT 'lock' AS kind, w.id AS "orderId", w.no, p.name
       FROM isolation i JOIN work_order w ON w.org_id = i.org_id AND w.id = i.work_order_id
      CROSS JOIN LATERAL jsonb_array_elements(i.locks) AS l JOIN person p ON p.org_id = i.org_id AND p.id = (l ->> 'personId')::uuid
      WHERE i.org_id = $1::uuid AND (i.work_order_id = $3::uuid OR i.asset_id IN (SELECT id FROM place))
     UNION ALL
     SELECT 'isolation', w.id, w.no, NULL FROM isolation i JOIN work_order w ON w.org_id = i.org_id AND w.id = i.work_order_id
      WHERE i.org_id = $1::uuid AND i.ended_at IS NULL AND (i.work_order_id = $3::uuid OR i.asset_id IN (SELECT id FROM place))
     UNION ALL
     SELECT 'permit', w.id, w.no, p.no::text FROM permit p JOIN work_order w ON w.org_id = p.org_id AND w.id = p.work_order_id
      WHERE p.org_id = $1::uuid AND p.closed_at IS NULL AND (p.work_order_id = $3::uuid OR p.asset_id IN (SELECT id FROM place))
     ORDER BY 3, 4`,
    [tx.orgId, order.assetId, order.id],
  )
  return rows.map(({ kind, orderId, no, name }) => ({
    kind, own: orderId === order.id, order: formatNumber(no), name: kind === 'permit' ? formatPermitNumber(Number(name)) : (name ?? formatNumber(no)),
  }))
}

/** IsolationRecord is an order's newest isolation at a time, as what was done to it. */
export interface IsolationRecord {
  readonly content: PlanContent
  readonly events: readonly IsolationEvent[]
}

/** isolationBegunBy reads the newest isolation of an order that had begun at a time; null when there was none. */
export async function isolationBegunBy(tx: Tx, workOrderId: string, at: Date): Promise<IsolationRecord | null> {
  const row = await tx.db.isolation.findFirst({
    where: { orgId: tx.orgId, workOrderId, begunAt: { lte: at } }, orderBy: [{ begunAt: 'desc' }, { id: 'desc' }], include: { events: { orderBy: { no: 'asc' } } },
  })
  return row && { content: planContent.parse(row.content), events: row.events.flatMap((event) => readEvent(event) ?? []) }
}

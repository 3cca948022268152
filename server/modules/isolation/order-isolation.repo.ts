import type { Tx } from '#server/platform/db.ts'

/** OrderPlace is an order with its machine, as its isolation is shown. */
export interface OrderPlace {
  readonly id: string
  readonly no: number
  readonly status: string
  readonly siteId: string
  readonly assetId: string
  readonly tag: string
  readonly name: string
  readonly timeZone: string
  readonly now: Date
}

/** orderPlace reads an order with its machine; null when the tenant has none of that id. */
export async function orderPlace(tx: Tx, id: string): Promise<OrderPlace | null> {
  const [row] = await tx.exec.query<OrderPlace>(
    `SELECT w.id, w.no, w.status, w.site_id AS "siteId", a.id AS "assetId", a.tag, a.name, s.time_zone AS "timeZone", clock_timestamp() AS now
     FROM work_order w JOIN asset a ON a.org_id = w.org_id AND a.id = w.asset_id JOIN site s ON s.org_id = w.org_id AND s.id = w.site_id
     WHERE w.org_id = $1::uuid AND w.id = $2::uuid`, [tx.orgId, id],
  )
  return row ?? null
}

/** FlaggedAnswer is a step that was answered offline though the isolation did not stand. */
export interface FlaggedAnswer {
  readonly taskId: string
  readonly title: string
  readonly personId: string
  readonly at: Date
}

/** flaggedAnswers lists the answers of an order that were flagged when they arrived, the oldest first. */
export const flaggedAnswers = (tx: Tx, orderId: string): Promise<FlaggedAnswer[]> =>
  tx.exec.query<FlaggedAnswer>(
    `SELECT t.id AS "taskId", t.title, e.actor_id AS "personId", e.at FROM work_order_event e
       JOIN work_order_task t ON t.org_id = e.org_id AND t.work_order_id = e.work_order_id AND t.id::text = e.data ->> 'taskId'
      WHERE e.org_id = $1::uuid AND e.work_order_id = $2::uuid AND e.type = 'task-answered' AND e.data ? 'safetyFlag' AND e.actor_id IS NOT NULL ORDER BY e.at, e.id`,
    [tx.orgId, orderId],
  )

import type pg from 'pg'
import { HANDS_ON, MAINTAINED_LEVELS, quietWhile } from '#server/core/assets/maintenance.ts'
import type { EngineConfig } from '#server/core/condition/types.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'

/** RECENT_DAYS is how far back timers are looked at: older readings than that are not judged by work that was done then. */
const RECENT_DAYS = 31

interface Row {
  readonly assetId: string
  readonly from: number
  readonly to: number | null
  readonly reason: string | null
  readonly orderNo: number | null
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`

/**
 * loadMaintenance reads when alarms of a site's machines are kept quiet: windows that are planned or declared, and timers of people at
 * work (named by their order's number), each for the machine itself and the components below it, never for what stands beside it. Timers are looked
 * at since a time (epoch ms), else of late.
 */
export async function loadMaintenance(client: pg.ClientBase, orgId: string, siteId: string, sinceMs: number | null = null): Promise<EngineConfig['maintenance']> {
  const result = await client.query<Row>(
    `WITH RECURSIVE quiet AS (
       SELECT m.asset_id, m.from_at, m.to_at, m.reason, NULL::int AS order_no FROM maintenance_window m WHERE m.org_id = $1
       UNION ALL
       SELECT w.asset_id, l.started_at, l.ended_at, NULL, w.no FROM labour l JOIN work_order w ON w.org_id = l.org_id AND w.id = l.work_order_id
        WHERE l.org_id = $1 AND l.activity = ANY($3::text[]) AND l.started_at > coalesce(to_timestamp($6::float8 / 1000), now() - $4 * interval '1 day')
     ), held AS (
       SELECT a.id, a.level, q.from_at, q.to_at, q.reason, q.order_no FROM quiet q JOIN asset a ON a.org_id = $1 AND a.id = q.asset_id WHERE a.site_id = $2
       UNION ALL
       SELECT part.id, part.level, h.from_at, h.to_at, h.reason, h.order_no FROM held h
         JOIN asset part ON part.org_id = $1 AND part.parent_id = h.id AND part.level = 'component' WHERE h.level = ANY($5::text[])
     )
     SELECT id AS "assetId", ${ms('from_at')} AS "from", ${ms('to_at')} AS "to", reason, order_no AS "orderNo" FROM held ORDER BY from_at, id`,
    [orgId, siteId, HANDS_ON, RECENT_DAYS, MAINTAINED_LEVELS, sinceMs],
  )
  return result.rows.map(({ assetId, from, to, reason, orderNo }) => {
    const span = orderNo === null ? { from, to: to ?? from } : quietWhile(from, to)
    return { assetId, ...span, reason: reason ?? formatNumber(orderNo ?? 0) }
  })
}

/** loadSafetyModes reads the failure modes that endanger people, as "<classId>:<code>". */
export async function loadSafetyModes(client: pg.ClientBase, orgId: string): Promise<ReadonlySet<string>> {
  const result = await client.query<{ mode: string }>(`SELECT class_id || ':' || code AS mode FROM failure_mode WHERE org_id = $1 AND safety`, [orgId])
  return new Set(result.rows.map((row) => row.mode))
}

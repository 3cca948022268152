import { parseMoney } from '#server/core/kernel/decimal.ts'
import type { RuleAlert, RuleCall } from '#server/core/verdicts/count.ts'
import type { DayWindow } from '#server/core/verdicts/window.ts'
import { verdict } from '#server/core/work-orders/verdict.ts'
import type { Tx } from '#server/platform/db.ts'

/** Reach is whose calls are read: of one rule or (null) all, at the sites given, in days of each site's own calendar. */
export interface Reach {
  readonly ruleId: string | null
  readonly sites: 'all' | readonly string[]
  readonly window: DayWindow
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`

interface CallRow extends Omit<RuleCall, 'verdict' | 'partsCost'> {
  readonly verdict: string | null
  readonly partsCost: string
}

/** readCalls reads the orders that rules raised and whose first alert lies in the window. An order is never older than its alert, which bounds what is looked at. */
export async function readCalls(tx: Tx, { ruleId, sites, window }: Reach): Promise<RuleCall[]> {
  const rows = await tx.exec.query<CallRow>(
    `SELECT c.work_order_id AS "orderId", c.rule_id AS "ruleId", c.rule_version_id AS "versionId", c.asset_id AS "assetId", a.class_id AS "classId", ${ms('c.alert_at')} AS "alertAt",
            w.verdict, w.duplicate_of IS NOT NULL AS "isDuplicate", ${ms('w.work_started_at')} AS "repairStartAt",
            CASE WHEN w.effect = 'functional-failure' THEN ${ms('w.function_lost_at')} END AS "failureAt",
            labour.ms AS "labourMs", parts.cost AS "partsCost", parts.unpriced AS "unpricedParts"
       FROM rule_call c JOIN site s ON s.org_id = c.org_id AND s.id = c.site_id JOIN asset a ON a.org_id = c.org_id AND a.id = c.asset_id
       JOIN work_order w ON w.org_id = c.org_id AND w.id = c.work_order_id
       CROSS JOIN LATERAL (SELECT ${ms('sum(greatest(coalesce(l.ended_at, clock_timestamp()), l.started_at) - l.started_at)')} AS ms
                             FROM labour l WHERE l.org_id = c.org_id AND l.work_order_id = c.work_order_id AND l.activity <> 'wait') AS labour
       CROSS JOIN LATERAL (SELECT coalesce(sum(round(u.quantity * u.unit_cost, 4)), 0)::text AS cost, (count(*) FILTER (WHERE u.unit_cost IS NULL))::int AS unpriced
                             FROM part_use u WHERE u.org_id = c.org_id AND u.work_order_id = c.work_order_id) AS parts
      WHERE c.org_id = $1::uuid AND ($2::uuid IS NULL OR c.rule_id = $2::uuid) AND ($3::uuid[] IS NULL OR c.site_id = ANY ($3::uuid[]))
        AND c.created_at >= $4::date - interval '2 days' AND (c.alert_at AT TIME ZONE s.time_zone)::date >= $4::date AND (c.alert_at AT TIME ZONE s.time_zone)::date < $5::date
      ORDER BY c.alert_at, c.work_order_id, c.rule_id`,
    [tx.orgId, ruleId, sites === 'all' ? null : sites, window.from, window.to],
  )
  return rows.map((row) => {
    const said = verdict.safeParse(row.verdict)
    return { ...row, verdict: said.success ? said.data : null, partsCost: parseMoney(row.partsCost) }
  })
}

/** readAlerts reads the episodes that began in the window, once for each rule that fired in them. */
export const readAlerts = (tx: Tx, { ruleId, sites, window }: Reach): Promise<RuleAlert[]> =>
  tx.exec.query<RuleAlert>(
    `SELECT i.id AS "incidentId", took.rule_id AS "ruleId", took.rule_version_id AS "versionId", i.asset_id AS "assetId", a.class_id AS "classId", ${ms('i.opened_at')} AS at, i.suppressed,
            EXISTS (SELECT FROM evidence e WHERE e.org_id = i.org_id AND e.incident_id = i.id) OR EXISTS (SELECT FROM work_order w WHERE w.org_id = i.org_id AND w.incident_key = i.key AND w.incident_id = i.id) AS "onOrder"
       FROM incident i JOIN site s ON s.org_id = i.org_id AND s.id = i.site_id JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
       CROSS JOIN LATERAL (
         SELECT part.rule_id, (array_agg(part.rule_version_id ORDER BY part.rank DESC))[1] AS rule_version_id
           FROM (SELECT i.rule_id, i.rule_version_id, 1 AS rank
                 UNION ALL SELECT t.rule_id, t.rule_version_id, 0 FROM transition t WHERE t.org_id = i.org_id AND t.incident_id = i.id AND t.to_phase IN ('firing', 'no-data')) AS part
          GROUP BY part.rule_id) AS took
      WHERE i.org_id = $1::uuid AND ($2::uuid IS NULL OR took.rule_id = $2::uuid) AND ($3::uuid[] IS NULL OR i.site_id = ANY ($3::uuid[]))
        AND (i.opened_at AT TIME ZONE s.time_zone)::date >= $4::date AND (i.opened_at AT TIME ZONE s.time_zone)::date < $5::date
      ORDER BY i.opened_at, i.id, took.rule_id`,
    [tx.orgId, ruleId, sites === 'all' ? null : sites, window.from, window.to],
  )

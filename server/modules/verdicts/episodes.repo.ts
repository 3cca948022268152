import type { Tx } from '#server/platform/db.ts'

/** JudgedEpisode is an episode of a rule on one point whose order has a verdict for or against the rule. Times in epoch ms. */
export interface JudgedEpisode {
  readonly id: string
  readonly orderNo: number
  readonly label: 'right' | 'false'
  readonly assetId: string
  readonly assetTag: string
  readonly pointId: string
  readonly pointNo: number
  readonly from: number
  readonly to: number | null
  readonly gateValue: number | null
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`

/** readJudgedEpisodes reads the judged episodes of a rule that began since a time, the oldest first; neither silence nor what came while work was done. */
export const readJudgedEpisodes = (tx: Tx, ruleId: string, sites: 'all' | readonly string[], since: Date): Promise<JudgedEpisode[]> =>
  tx.exec.query<JudgedEpisode>(
    `SELECT i.id, w.no AS "orderNo", CASE WHEN w.verdict IN ('confirmed', 'other-fault-found') THEN 'right' ELSE 'false' END AS label, i.asset_id AS "assetId", a.tag AS "assetTag",
            p.id AS "pointId", p.no AS "pointNo", ${ms('coalesce(fired.at, i.opened_at)')} AS "from", ${ms('coalesce(over.at, i.resolved_at)')} AS "to", coalesce(fired.gate_value, i.gate_value) AS "gateValue"
       FROM rule_call c JOIN work_order w ON w.org_id = c.org_id AND w.id = c.work_order_id
       JOIN incident i ON i.org_id = c.org_id AND i.id = ANY (c.incident_ids)
       JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
       LEFT JOIN LATERAL (SELECT t.point_no, min(t.at) AS at, (array_agg(t.gate_value ORDER BY t.at))[1] AS gate_value FROM transition t
                           WHERE t.org_id = i.org_id AND t.incident_id = i.id AND t.rule_id = c.rule_id AND t.level = 0 AND t.to_phase = 'firing' AND t.from_phase <> 'keep-firing'
                           GROUP BY t.point_no) AS fired ON true
       LEFT JOIN LATERAL (SELECT max(n.at) AS at FROM transition n WHERE n.org_id = i.org_id AND n.incident_id = i.id AND n.rule_id = c.rule_id AND n.level = 0 AND n.point_no = fired.point_no
                           AND n.to_phase NOT IN ('firing', 'keep-firing')) AS over ON true
       JOIN point p ON p.org_id = i.org_id AND p.no = coalesce(fired.point_no, i.point_no)
      WHERE c.org_id = $1::uuid AND c.rule_id = $2::uuid AND ($3::uuid[] IS NULL OR c.site_id = ANY ($3::uuid[])) AND c.created_at >= $4::timestamptz
        AND w.duplicate_of IS NULL AND w.verdict IN ('confirmed', 'other-fault-found', 'nothing-found', 'process-change')
        AND NOT i.suppressed AND i.key NOT LIKE '%:no-data' AND (fired.at IS NOT NULL OR i.rule_id = c.rule_id) AND coalesce(fired.at, i.opened_at) >= $4::timestamptz
      ORDER BY coalesce(fired.at, i.opened_at), i.id`,
    [tx.orgId, ruleId, sites === 'all' ? null : sites, since],
  )

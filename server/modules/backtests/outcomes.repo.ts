import type { KnownOutcome } from '#server/core/backtest/outcomes.ts'
import { effect } from '#server/core/work-orders/enums.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { verdict } from '#server/core/work-orders/verdict.ts'
import type { Exec } from '#server/platform/db.ts'

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`

interface OutcomeRow extends Omit<KnownOutcome, 'orderNumber' | 'effect' | 'verdict'> {
  readonly no: number
  readonly effect: string | null
  readonly verdict: string | null
}

/**
 * readOutcomes reads the orders of machines that tell what was wrong and when, in [fromMs, toMs): those that a rule raised and somebody judged, and
 * every functional failure, whoever filed it. What was merged into another order, cancelled or rejected tells nothing.
 */
export async function readOutcomes(exec: Exec, orgId: string, assetIds: readonly string[], fromMs: number, toMs: number): Promise<KnownOutcome[]> {
  const rows = await exec.query<OutcomeRow>(
    `SELECT * FROM (
       SELECT w.id AS "orderId", w.no, w.asset_id AS "assetId", array_remove(ARRAY[w.mode_code, CASE WHEN w.mode_code IS DISTINCT FROM w.failure_mode THEN w.failure_mode END], NULL) AS modes,
              w.effect, w.verdict,
              ${ms(`CASE WHEN w.effect = 'functional-failure' THEN coalesce(w.function_lost_at, w.work_started_at, w.created_at) END`)} AS "failureAt",
              ${ms('first.at')} AS "alertAt", ${ms('w.work_started_at')} AS "repairStartAt",
              ${ms('coalesce(w.returned_at, w.work_finished_at, w.closed_at, w.completed_at, w.created_at)')} AS "endAt"
         FROM work_order w
         LEFT JOIN LATERAL (SELECT min(i.opened_at) AS at FROM incident i WHERE w.source = 'condition' AND i.org_id = w.org_id
                              AND i.id IN (SELECT e.incident_id FROM evidence e WHERE e.org_id = w.org_id AND e.work_order_id = w.id UNION ALL SELECT w.incident_id)) AS first ON true
        WHERE w.org_id = $1::uuid AND w.asset_id = ANY ($2::uuid[]) AND w.status IN ('completed', 'verified', 'closed') AND w.duplicate_of IS NULL
          AND (w.effect = 'functional-failure' OR (w.source = 'condition' AND w.verdict IS NOT NULL))) AS known
      WHERE "endAt" >= $3::float8 AND least("failureAt", "alertAt", "repairStartAt", "endAt") < $4::float8
      ORDER BY least("failureAt", "alertAt", "repairStartAt", "endAt"), no`,
    [orgId, assetIds, fromMs, toMs],
  )
  return rows.map(({ no, ...row }) => {
    const [did, said] = [effect.safeParse(row.effect), verdict.safeParse(row.verdict)]
    return { ...row, orderNumber: formatNumber(no), effect: did.success ? did.data : null, verdict: said.success ? said.data : null }
  })
}

/** usualHandlingMs is how long the organization usually takes from raising a condition order to its end: the median of the last year (ms); null for fewer than `least` orders. */
export async function usualHandlingMs(exec: Exec, orgId: string, least: number): Promise<number | null> {
  const [row] = await exec.query<{ n: number; ms: number | null }>(
    `SELECT count(*)::int AS n, (extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY closed_at - created_at)) * 1000)::float8 AS ms FROM work_order
     WHERE org_id = $1::uuid AND source = 'condition' AND status = 'closed' AND closed_at > now() - interval '365 days'`,
    [orgId],
  )
  return row === undefined || row.n < least ? null : row.ms
}

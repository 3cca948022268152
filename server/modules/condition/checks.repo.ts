import type pg from 'pg'
import type { BaselineFinding } from '#server/core/condition/baseline-check.ts'

/** NewCheck is a rule on a point whose machine was repaired: what it had learnt before, null for nothing. */
export interface NewCheck {
  readonly ruleId: string
  readonly ruleVersionId: string
  readonly pointNo: number
  readonly assetId: string
  /** When the repair was, in epoch ms. */
  readonly learnFrom: number
  readonly before: unknown
}

/**
 * insertChecks keeps what rules had learnt before the repair that they learn anew since; one that is kept stays. Where a rule had learnt nothing since the
 * repair before, what it knew before that one is kept.
 */
export async function insertChecks(client: pg.ClientBase, orgId: string, checks: readonly NewCheck[]): Promise<void> {
  if (checks.length === 0) return
  const rows = checks.map((one) => ({
    rule_id: one.ruleId, version_id: one.ruleVersionId, point_no: one.pointNo, asset_id: one.assetId, learn_from: one.learnFrom, before: one.before ?? null,
  }))
  await client.query(
    `INSERT INTO baseline_check (org_id, reset_id, rule_id, rule_version_id, point_no, before)
     SELECT $1, reset.id, n.rule_id, n.version_id, n.point_no, coalesce(n.before, earlier.before)
     FROM jsonb_to_recordset($2::jsonb) AS n (rule_id uuid, version_id uuid, point_no int, asset_id uuid, learn_from float8, before jsonb)
     JOIN LATERAL (
       SELECT r.id, r.at FROM baseline_reset r WHERE r.org_id = $1 AND r.asset_id = n.asset_id AND (extract(epoch FROM r.at) * 1000)::float8 = n.learn_from
       ORDER BY r.created_at DESC, r.id DESC LIMIT 1) AS reset ON true
     LEFT JOIN LATERAL (
       SELECT c.before FROM baseline_check c JOIN baseline_reset r ON r.org_id = c.org_id AND r.id = c.reset_id
       WHERE c.org_id = $1 AND c.rule_version_id = n.version_id AND c.point_no = n.point_no AND c.learnt_at IS NULL AND r.at < reset.at ORDER BY r.at DESC LIMIT 1) AS earlier ON true
     ON CONFLICT DO NOTHING`,
    [orgId, JSON.stringify(rows)],
  )
}

/** OpenCheck is a check whose rule still learns. */
export interface OpenCheck {
  readonly resetId: string
  readonly ruleId: string
  readonly ruleVersionId: string
  readonly pointNo: number
  readonly assetId: string
  readonly before: unknown
}

/** loadOpenChecks reads what still learns at a site, of the newest repair of each machine. */
export async function loadOpenChecks(client: pg.ClientBase, orgId: string, siteId: string): Promise<OpenCheck[]> {
  const result = await client.query<OpenCheck>(
    `SELECT c.reset_id AS "resetId", c.rule_id AS "ruleId", c.rule_version_id AS "ruleVersionId", c.point_no AS "pointNo", r.asset_id AS "assetId", c.before
     FROM baseline_check c JOIN baseline_reset r ON r.org_id = c.org_id AND r.id = c.reset_id JOIN asset a ON a.org_id = r.org_id AND a.id = r.asset_id
     WHERE c.org_id = $1 AND a.site_id = $2 AND c.learnt_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM baseline_reset later WHERE later.org_id = r.org_id AND later.asset_id = r.asset_id AND later.at > r.at)`,
    [orgId, siteId],
  )
  return result.rows
}

/** SettledCheck is what a new baseline came to; finding is null where nothing is wrong with it. */
export interface SettledCheck extends Pick<OpenCheck, 'resetId' | 'ruleVersionId' | 'pointNo'> {
  readonly after: unknown
  /** Epoch ms of event time. */
  readonly learntAt: number
  readonly finding: BaselineFinding | null
  readonly band: number | null
  readonly was: number | null
  readonly is: number | null
}

/** settleCheck keeps what a new baseline came to. */
export async function settleCheck(client: pg.ClientBase, orgId: string, check: SettledCheck): Promise<void> {
  await client.query(
    `UPDATE baseline_check SET after = $5::jsonb, learnt_at = to_timestamp($6::float8 / 1000), finding = $7, band = $8, was = $9, "is" = $10
     WHERE org_id = $1 AND reset_id = $2 AND rule_version_id = $3 AND point_no = $4 AND learnt_at IS NULL`,
    [orgId, check.resetId, check.ruleVersionId, check.pointNo, JSON.stringify(check.after), check.learntAt, check.finding, check.band, check.was, check.is],
  )
}

/** AcceptedCheck is a new baseline that a person accepted and that judges nothing yet. */
export interface AcceptedCheck extends Pick<OpenCheck, 'ruleId' | 'ruleVersionId' | 'pointNo'> { readonly after: unknown }

/** takeAccepted gives the new baselines of a site that a person accepted and that replace an old one, each once. */
export async function takeAccepted(client: pg.ClientBase, orgId: string, siteId: string): Promise<AcceptedCheck[]> {
  const result = await client.query<AcceptedCheck>(
    `UPDATE baseline_check c SET taken_at = now() FROM baseline_reset r JOIN asset a ON a.org_id = r.org_id AND a.id = r.asset_id
     WHERE c.org_id = $1 AND r.org_id = c.org_id AND r.id = c.reset_id AND a.site_id = $2 AND r.verdict = 'accepted' AND c.finding IS NOT NULL AND c.taken_at IS NULL
       AND c.before IS NOT NULL RETURNING c.rule_id AS "ruleId", c.rule_version_id AS "ruleVersionId", c.point_no AS "pointNo", c.after`,
    [orgId, siteId],
  )
  return result.rows
}

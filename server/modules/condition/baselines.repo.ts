import type { BaselineFinding } from '#server/core/condition/baseline-check.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** NewRestart is work after which what was learnt of machines no longer holds. */
export interface NewRestart {
  readonly at: Date
  /** The activity as the class's catalogue names it. */
  readonly reason: string
  readonly workOrderId: string | null
  readonly createdBy: string | null
}

/**
 * insertRestarts begins learning anew at a machine, its components and the machine that it is a component of, where a rule in force or in shadow learns from
 * their points; gives the machines concerned. The same order at the same time begins it once.
 */
export async function insertRestarts(tx: Tx, assetId: string, restart: NewRestart): Promise<string[]> {
  const concerned = await tx.exec.query<{ id: string }>(
    `WITH RECURSIVE below AS (
       SELECT id, class_id FROM asset WHERE org_id = $1::uuid AND id = $2::uuid
       UNION ALL SELECT part.id, part.class_id FROM below JOIN asset part ON part.org_id = $1::uuid AND part.parent_id = below.id AND part.level = 'component'
     ), near AS (
       SELECT id, class_id FROM below
       UNION SELECT up.id, up.class_id FROM asset own JOIN asset up ON up.org_id = own.org_id AND up.id = own.parent_id
       WHERE own.org_id = $1::uuid AND own.id = $2::uuid AND own.level = 'component' AND up.level IN ('machine', 'component')
     )
     SELECT DISTINCT near.id FROM near
     JOIN rule r ON r.org_id = $1::uuid AND (r.asset_id = near.id OR r.class_id = near.class_id) AND r.status <> 'retired'
     JOIN rule_version v ON v.org_id = r.org_id AND v.rule_id = r.id AND v.version IN (r.published_version, r.shadow_version)
     JOIN point p ON p.org_id = r.org_id AND p.asset_id = near.id AND v.definition->'points' ? p.code
     WHERE v.definition->'measure'->>'kind' IN ('deviation', 'wrong-unit') ORDER BY near.id`,
    [tx.orgId, assetId],
  )
  const { count } = await tx.db.baselineReset.createMany({ data: concerned.map(({ id }) => ({ orgId: tx.orgId, id: newId(), assetId: id, ...restart })), skipDuplicates: true })
  return count === 0 ? [] : concerned.map(({ id }) => id)
}

/** RestartRow is a moment from which a machine's baselines are learnt anew, with the order that led to it. */
export interface RestartRow {
  readonly id: string
  readonly at: Date
  readonly activity: string
  readonly itemName: string | null
  readonly orderNo: number | null
}

const SHOWN = 20

/** restartsOf lists when learning began anew at a machine, the newest first. */
export const restartsOf = (tx: Tx, assetId: string): Promise<RestartRow[]> =>
  tx.exec.query<RestartRow>(
    `SELECT r.id, r.at, r.reason AS activity, item.name AS "itemName", w.no AS "orderNo"
     FROM baseline_reset r LEFT JOIN work_order w ON w.org_id = r.org_id AND w.id = r.work_order_id
     LEFT JOIN asset a ON a.org_id = w.org_id AND a.id = w.asset_id
     LEFT JOIN maintainable_item item ON item.org_id = w.org_id AND item.class_id = a.class_id AND item.code = w.item_code
     WHERE r.org_id = $1::uuid AND r.asset_id = $2::uuid ORDER BY r.at DESC, r.id DESC LIMIT $3::int`,
    [tx.orgId, assetId, SHOWN],
  )

/** LockedRestart is a restart, taken for this transaction. */
export interface LockedRestart {
  readonly id: string
  readonly assetId: string
  readonly siteId: string
  readonly verdict: string | null
  readonly isNewest: boolean
}

/** lockRestart takes a restart; null when the tenant has none of that id. */
export async function lockRestart(tx: Tx, id: string): Promise<LockedRestart | null> {
  const [row] = await tx.exec.query<LockedRestart>(
    `SELECT r.id, r.asset_id AS "assetId", a.site_id AS "siteId", r.verdict,
            NOT EXISTS (SELECT 1 FROM baseline_reset later WHERE later.org_id = r.org_id AND later.asset_id = r.asset_id AND later.at > r.at) AS "isNewest"
     FROM baseline_reset r JOIN asset a ON a.org_id = r.org_id AND a.id = r.asset_id WHERE r.org_id = $1::uuid AND r.id = $2::uuid FOR UPDATE OF r`,
    [tx.orgId, id],
  )
  return row ?? null
}

/** saveVerdict keeps what a person decided about what was learnt since a restart. */
export async function saveVerdict(tx: Tx, id: string, verdict: { readonly verdict: 'accepted' | 'refused'; readonly checkedBy: string | null; readonly checkedAt: Date; readonly checkedNote: string }): Promise<void> {
  await tx.db.baselineReset.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: verdict })
}

/** insertRestart begins learning anew at one machine. */
export async function insertRestart(tx: Tx, assetId: string, restart: NewRestart): Promise<void> {
  await tx.db.baselineReset.create({ data: { orgId: tx.orgId, id: newId(), assetId, ...restart } })
}

/** BaselineQuestionRow is one finding about what a rule in force learnt since a restart, still without a decision. */
export interface BaselineQuestionRow {
  readonly resetId: string
  readonly at: Date
  readonly activity: string
  readonly itemName: string | null
  readonly orderNo: number | null
  readonly learntAt: Date
  readonly finding: BaselineFinding
  readonly was: number | null
  readonly is: number
  readonly pointNo: number
  readonly pointName: string
  readonly unit: string
  readonly ruleId: string
  readonly ruleName: string
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly criticality: string
  readonly line: string | null
}

/** baselineQuestions lists what asks for a decision at sites (null for every one) or at one machine: findings about the newest restart of each machine. */
export const baselineQuestions = (tx: Tx, of: { readonly siteIds: readonly string[] | null; readonly assetId?: string }): Promise<BaselineQuestionRow[]> =>
  tx.exec.query<BaselineQuestionRow>(
    `SELECT r.id AS "resetId", r.at, r.reason AS activity, item.name AS "itemName", w.no AS "orderNo", c.learnt_at AS "learntAt", c.finding, c.was, c."is",
            p.no AS "pointNo", p.name AS "pointName", p.unit, rule.id AS "ruleId", rule.name AS "ruleName",
            a.id AS "assetId", a.tag AS "assetTag", a.name AS "assetName", a.criticality, parent.name AS line
     FROM baseline_check c
     JOIN baseline_reset r ON r.org_id = c.org_id AND r.id = c.reset_id
     JOIN asset a ON a.org_id = r.org_id AND a.id = r.asset_id
     JOIN point p ON p.org_id = c.org_id AND p.no = c.point_no
     JOIN rule ON rule.org_id = c.org_id AND rule.id = c.rule_id AND rule.status = 'published'
     JOIN rule_version v ON v.org_id = rule.org_id AND v.rule_id = rule.id AND v.version = rule.published_version AND v.id = c.rule_version_id
     LEFT JOIN asset parent ON parent.org_id = a.org_id AND parent.id = a.parent_id
     LEFT JOIN work_order w ON w.org_id = r.org_id AND w.id = r.work_order_id
     LEFT JOIN asset worked ON worked.org_id = w.org_id AND worked.id = w.asset_id
     LEFT JOIN maintainable_item item ON item.org_id = w.org_id AND item.class_id = worked.class_id AND item.code = w.item_code
     WHERE c.org_id = $1::uuid AND c.finding IS NOT NULL AND r.verdict IS NULL
       AND ($2::uuid[] IS NULL OR a.site_id = ANY($2::uuid[])) AND ($3::uuid IS NULL OR a.id = $3::uuid)
       AND NOT EXISTS (SELECT 1 FROM baseline_reset later WHERE later.org_id = r.org_id AND later.asset_id = r.asset_id AND later.at > r.at)
     ORDER BY r.at DESC, r.id, c.finding, p.no, rule.name`,
    [tx.orgId, of.siteIds, of.assetId ?? null],
  )

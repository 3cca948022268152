import type { LimitOverride } from '#server/core/condition/override.ts'
import type { Tx } from '#server/platform/db.ts'

/** StoredOverride is one machine's own limits for a rule as stored, with who set them last, when and why. */
export interface StoredOverride {
  readonly ruleId: string
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly siteId: string
  readonly limits: unknown
  readonly reason: string
  readonly version: number
  readonly at: Date
  readonly byName: string | null
}

/** overridesOf lists the machines that have limits of their own for one rule, or the rules for which one machine has them; by tag. */
export const overridesOf = (tx: Tx, of: { readonly ruleId: string } | { readonly assetId: string }): Promise<StoredOverride[]> =>
  tx.exec.query<StoredOverride>(
    `SELECT o.rule_id AS "ruleId", o.asset_id AS "assetId", a.tag AS "assetTag", a.name AS "assetName", a.site_id AS "siteId", o.limits, o.reason, o.version,
            o.updated_at AS at, p.name AS "byName"
     FROM rule_override o JOIN asset a ON a.org_id = o.org_id AND a.id = o.asset_id LEFT JOIN person p ON p.org_id = o.org_id AND p.id = o.created_by
     WHERE o.org_id = $1::uuid AND ($2::uuid IS NULL OR o.rule_id = $2::uuid) AND ($3::uuid IS NULL OR o.asset_id = $3::uuid) ORDER BY a.tag, o.rule_id`,
    [tx.orgId, 'ruleId' in of ? of.ruleId : null, 'assetId' in of ? of.assetId : null],
  )

/** lockRuleShape keeps a rule from being published or changed while a machine's own limits are checked against it. */
export const lockRuleShape = async (tx: Tx, ruleId: string): Promise<void> => {
  await tx.exec.query('SELECT 1 FROM rule WHERE org_id = $1::uuid AND id = $2::uuid FOR SHARE', [tx.orgId, ruleId])
}

/** OverridableMachine is a machine for which a rule may be told other limits. */
export interface OverridableMachine {
  readonly id: string
  readonly tag: string
  readonly name: string
  readonly siteId: string
  readonly classId: string | null
}

/** findMachine reads a machine; null when the tenant has none of that id. */
export const findMachine = (tx: Tx, id: string): Promise<OverridableMachine | null> =>
  tx.db.asset.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { id: true, tag: true, name: true, siteId: true, classId: true } })

/** machinesOf lists the machines of a class, by tag. */
export const machinesOf = (tx: Tx, classId: string): Promise<OverridableMachine[]> =>
  tx.db.asset.findMany({ where: { orgId: tx.orgId, classId }, select: { id: true, tag: true, name: true, siteId: true, classId: true }, orderBy: { tag: 'asc' } })

/** NewOverride is what a person sets: seen is the version that stood on the screen, 0 for none. */
export interface NewOverride {
  readonly ruleId: string
  readonly assetId: string
  readonly limits: LimitOverride
  readonly reason: string
  readonly personId: string | null
  readonly at: Date
  readonly seen: number
}

/** writeOverride puts a machine's own limits in place of the version seen and gives the new version; null when another one stands there by now. */
export async function writeOverride(tx: Tx, { ruleId, assetId, limits, reason, personId, at, seen }: NewOverride): Promise<number | null> {
  const [row] = await tx.exec.query<{ version: number }>(
    seen === 0
      ? `INSERT INTO rule_override (org_id, rule_id, asset_id, limits, reason, created_by, updated_at) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::jsonb, $5, $6::uuid, $7)
         ON CONFLICT DO NOTHING RETURNING version`
      : `UPDATE rule_override SET limits = $4::jsonb, reason = $5, created_by = $6::uuid, updated_at = $7, version = version + 1
         WHERE org_id = $1::uuid AND rule_id = $2::uuid AND asset_id = $3::uuid AND version = $8 RETURNING version`,
    [tx.orgId, ruleId, assetId, JSON.stringify(limits), reason, personId, at, ...(seen === 0 ? [] : [seen])],
  )
  return row?.version ?? null
}

/** deleteOverride removes a machine's own limits of the version seen; false when another one stands there by now, or none. */
export async function deleteOverride(tx: Tx, { ruleId, assetId, seen }: Pick<NewOverride, 'ruleId' | 'assetId' | 'seen'>): Promise<boolean> {
  const rows = await tx.exec.query<{ version: number }>(
    'DELETE FROM rule_override WHERE org_id = $1::uuid AND rule_id = $2::uuid AND asset_id = $3::uuid AND version = $4 RETURNING version', [tx.orgId, ruleId, assetId, seen],
  )
  return rows.length > 0
}

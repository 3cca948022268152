import { planContent, type PlanContent } from '#server/core/isolation/plan.ts'
import type { Tx } from '#server/platform/db.ts'

/** PlannedAsset is a position whose isolation is planned, with the machines above it whose plan serves it too. */
export interface PlannedAsset {
  readonly id: string
  readonly siteId: string
  readonly tag: string
  readonly name: string
  readonly level: string
}

/** findAsset finds a position; null when the tenant has none of that id. */
export async function findAsset(tx: Tx, id: string): Promise<PlannedAsset | null> {
  return tx.db.asset.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { id: true, siteId: true, tag: true, name: true, level: true } })
}

/** lockPlans takes a position's plans for this transaction, so that its versions are made one after another. */
export async function lockPlans(tx: Tx, assetId: string): Promise<void> {
  await tx.exec.query('SELECT 1 FROM asset WHERE org_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE', [tx.orgId, assetId])
}

/** StoredPlan is one version of a plan; publishedAt null for the draft. */
export interface StoredPlan {
  readonly id: string
  readonly assetId: string
  readonly version: number
  readonly content: PlanContent
  readonly note: string | null
  readonly revision: number
  readonly editedAt: Date
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
}

/** plansOf lists a position's plans, the newest version first. */
export async function plansOf(tx: Tx, assetId: string): Promise<StoredPlan[]> {
  const rows = await tx.db.isolationPlan.findMany({ where: { orgId: tx.orgId, assetId }, orderBy: { version: 'desc' } })
  return rows.map((row) => ({ ...row, content: planContent.parse(row.content) }))
}

/** insertPlan makes a draft. */
export async function insertPlan(tx: Tx, plan: { id: string; assetId: string; version: number; content: PlanContent; editedBy: string | null; editedAt: Date }): Promise<void> {
  await tx.db.isolationPlan.create({ data: { orgId: tx.orgId, ...plan } })
}

/** updateDraft writes a draft and counts its edits. */
export async function updateDraft(tx: Tx, id: string, content: PlanContent, editedBy: string | null, editedAt: Date): Promise<void> {
  await tx.db.isolationPlan.update({ where: { orgId_id: { orgId: tx.orgId, id }, publishedAt: null }, data: { content, editedBy, editedAt, revision: { increment: 1 } } })
}

/** publishDraft makes a draft the version that people work by. */
export async function publishDraft(tx: Tx, id: string, note: string | null, publishedBy: string | null, publishedAt: Date): Promise<void> {
  await tx.db.isolationPlan.update({ where: { orgId_id: { orgId: tx.orgId, id }, publishedAt: null }, data: { note, publishedBy, publishedAt } })
}

/** machineAbove lists a position and the machine above it that it is a part of, the position first: the nearest plan serves it. */
export async function machineAbove(tx: Tx, assetId: string): Promise<string[]> {
  const rows = await tx.exec.query<{ id: string }>(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id, level, 0 AS far FROM asset WHERE org_id = $1::uuid AND id = $2::uuid
       UNION ALL
       SELECT a.id, a.parent_id, a.level, up.far + 1 FROM up JOIN asset a ON a.org_id = $1::uuid AND a.id = up.parent_id WHERE up.level = 'component'
     ) SELECT id FROM up WHERE level IN ('machine', 'component') ORDER BY far`,
    [tx.orgId, assetId],
  )
  return rows.map((row) => row.id)
}

/**
 * planInForce finds the newest published plan that serves a position: its own, else that of the machine it is a part of; null when there is none. Where people
 * worked by an earlier version, that one.
 */
export async function planInForce(tx: Tx, assetId: string, worked?: number): Promise<StoredPlan | null> {
  for (const id of await machineAbove(tx, assetId)) {
    const published = (await plansOf(tx, id)).filter(({ publishedAt }) => publishedAt !== null)
    const found = published.find(({ version }) => version === worked) ?? published[0]
    if (found) return found
  }
  return null
}

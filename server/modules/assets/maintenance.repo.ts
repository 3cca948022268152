import { MAINTAINED_LEVELS } from '#server/core/assets/maintenance.ts'
import type { Tx } from '#server/platform/db.ts'

/** MaintainedAsset is a position that may be declared under maintenance, taken for this transaction. */
export interface MaintainedAsset {
  readonly id: string
  readonly siteId: string
  readonly tag: string
  readonly level: string
}

/** lockAsset takes a position for this transaction, so that it is declared once; null when the tenant has none of that id. */
export async function lockAsset(tx: Tx, id: string): Promise<MaintainedAsset | null> {
  const [row] = await tx.exec.query<MaintainedAsset>(
    'SELECT id, site_id AS "siteId", tag, level FROM asset WHERE org_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE', [tx.orgId, id],
  )
  return row ?? null
}

/** DeclaredWindow is a declaration with its position. */
export interface DeclaredWindow {
  readonly id: string
  readonly assetId: string
  readonly siteId: string
  readonly fromAt: Date
  readonly toAt: Date
  readonly reason: string
}

/** findDeclaration takes a declaration for this transaction; null when the tenant has none of that id. */
export async function findDeclaration(tx: Tx, id: string): Promise<DeclaredWindow | null> {
  const [row] = await tx.exec.query<DeclaredWindow>(
    `SELECT m.id, m.asset_id AS "assetId", a.site_id AS "siteId", m.from_at AS "fromAt", m.to_at AS "toAt", m.reason
     FROM maintenance_window m JOIN asset a ON a.org_id = m.org_id AND a.id = m.asset_id
     WHERE m.org_id = $1::uuid AND m.id = $2::uuid AND m.kind = 'declared' FOR UPDATE OF m`,
    [tx.orgId, id],
  )
  return row ?? null
}

/** windowsAt lists the windows of a position that hold at a time or later. */
export const windowsAt = (tx: Tx, assetId: string, at: Date): Promise<{ fromAt: Date; toAt: Date }[]> =>
  tx.db.maintenanceWindow.findMany({ where: { orgId: tx.orgId, assetId, toAt: { gt: at } }, select: { fromAt: true, toAt: true } })

/** insertDeclaration makes a declaration. */
export async function insertDeclaration(
  tx: Tx, window: { readonly id: string; readonly assetId: string; readonly fromAt: Date; readonly toAt: Date; readonly reason: string; readonly createdBy: string | null },
): Promise<void> {
  await tx.db.maintenanceWindow.create({ data: { orgId: tx.orgId, kind: 'declared', ...window } })
}

/** endDeclaration ends a declaration at a time. */
export async function endDeclaration(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db.maintenanceWindow.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: { toAt: at } })
}

/** QuietWindow is a window that holds for a position now or will, with whose it is. */
export interface QuietWindow {
  readonly id: string
  readonly kind: string
  readonly fromAt: Date
  readonly toAt: Date
  readonly reason: string
  /** The machine that it was declared for: the position itself, or the machine that it is a part of. */
  readonly assetId: string
  readonly assetTag: string
  readonly byName: string | null
}

/** partOf lists a position and the machine above it that it is a part of: what is done on that is done on it. */
export const partOf = async (tx: Tx, assetId: string): Promise<string[]> => {
  const rows = await tx.exec.query<{ id: string }>(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id, level FROM asset WHERE org_id = $1::uuid AND id = $2::uuid
       UNION ALL
       SELECT a.id, a.parent_id, a.level FROM up JOIN asset a ON a.org_id = $1::uuid AND a.id = up.parent_id WHERE up.level = 'component' AND a.level = ANY($3::text[])
     ) SELECT id FROM up`,
    [tx.orgId, assetId, MAINTAINED_LEVELS],
  )
  return rows.map((row) => row.id)
}

/** quietWindows lists the windows of positions that are not over at a time, the earliest first. */
export const quietWindows = (tx: Tx, assetIds: readonly string[], at: Date): Promise<QuietWindow[]> =>
  tx.exec.query<QuietWindow>(
    `SELECT m.id, m.kind, m.from_at AS "fromAt", m.to_at AS "toAt", m.reason, a.id AS "assetId", a.tag AS "assetTag", p.name AS "byName"
     FROM maintenance_window m JOIN asset a ON a.org_id = m.org_id AND a.id = m.asset_id LEFT JOIN person p ON p.org_id = m.org_id AND p.id::text = m.created_by
     WHERE m.org_id = $1::uuid AND m.asset_id = ANY($2::uuid[]) AND m.to_at > $3::timestamptz ORDER BY m.from_at, m.id LIMIT 20`,
    [tx.orgId, assetIds, at],
  )

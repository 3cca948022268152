import type { EquipmentInput } from '#server/core/assets/installation.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** LockedPosition is a position with what is installed there, taken for this transaction: whoever exchanges it at the same time waits. */
export interface LockedPosition {
  readonly id: string
  readonly siteId: string
  readonly classId: string | null
  readonly tag: string
  readonly level: string
  readonly installationId: string | null
  readonly serial: string | null
  readonly fromAt: Date | null
}

/** lockPosition takes a position with what is installed there; null when the tenant has none of that id. */
export async function lockPosition(tx: Tx, id: string): Promise<LockedPosition | null> {
  await tx.exec.query('SELECT 1 AS taken FROM asset WHERE org_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE', [tx.orgId, id])
  const [row] = await tx.exec.query<LockedPosition>(
    `SELECT a.id, a.site_id AS "siteId", a.class_id AS "classId", a.tag, a.level, i.id AS "installationId", e.serial, i.from_at AS "fromAt"
     FROM asset a LEFT JOIN installation i ON i.org_id = a.org_id AND i.asset_id = a.id AND i.to_at IS NULL
     LEFT JOIN equipment e ON e.org_id = i.org_id AND e.id = i.equipment_id
     WHERE a.org_id = $1::uuid AND a.id = $2::uuid ORDER BY i.from_at DESC LIMIT 1`,
    [tx.orgId, id],
  )
  return row ?? null
}

/** LockedEquipment is a piece of equipment, taken for this transaction, and the tag of the position where it is installed; null for in the store. */
export interface LockedEquipment {
  readonly id: string
  readonly at: string | null
}

/** takeEquipment finds a piece of equipment by its serial number, or makes it, and takes it. */
export async function takeEquipment(tx: Tx, classId: string | null, { serial, manufacturer, model }: EquipmentInput): Promise<LockedEquipment> {
  await tx.exec.query(
    `INSERT INTO equipment (org_id, id, class_id, serial, manufacturer, model) VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6) ON CONFLICT (org_id, serial) DO NOTHING`,
    [tx.orgId, newId(), classId, serial, manufacturer, model],
  )
  const [held] = await tx.exec.query<{ id: string }>('SELECT id FROM equipment WHERE org_id = $1::uuid AND serial = $2 FOR UPDATE', [tx.orgId, serial])
  if (!held) throw new Error('equipment that has just been made is not there')
  const [place] = await tx.exec.query<{ tag: string }>(
    `SELECT a.tag FROM installation i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id WHERE i.org_id = $1::uuid AND i.equipment_id = $2::uuid AND i.to_at IS NULL`, [tx.orgId, held.id],
  )
  return { id: held.id, at: place?.tag ?? null }
}

/** Swap is one installation after another at a position; from is the one that ends, null for none. */
export interface Swap {
  readonly assetId: string
  readonly from: string | null
  readonly equipmentId: string
  readonly at: Date
}

/** exchange ends the installation that is there, if any, and begins another at the same moment. */
export async function exchange(tx: Tx, { assetId, from, equipmentId, at }: Swap): Promise<void> {
  if (from !== null) await tx.db.installation.update({ where: { orgId_id: { orgId: tx.orgId, id: from } }, data: { toAt: at } })
  await tx.db.installation.create({ data: { orgId: tx.orgId, id: newId(), assetId, equipmentId, fromAt: at } })
}

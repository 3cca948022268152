import type { MeasurementFacts } from '#server/core/assets/measurement-facts.ts'
import type { Tx } from '#server/platform/db.ts'

/** LockedNameplate is a position with its nameplate, taken for this transaction. */
export interface LockedNameplate {
  readonly id: string
  readonly siteId: string
  readonly tag: string
  readonly nameplate: Readonly<Record<string, unknown>>
}

/** lockNameplate takes a position with its nameplate; null when the tenant has none of that id. */
export async function lockNameplate(tx: Tx, id: string): Promise<LockedNameplate | null> {
  const [row] = await tx.exec.query<LockedNameplate>(
    `SELECT id, site_id AS "siteId", tag, CASE WHEN jsonb_typeof(nameplate) = 'object' THEN nameplate ELSE '{}' END AS nameplate
     FROM asset WHERE org_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE`, [tx.orgId, id],
  )
  return row ?? null
}

/** saveNameplate writes a position's nameplate. */
export async function saveNameplate(tx: Tx, id: string, nameplate: Readonly<Record<string, unknown>>): Promise<void> {
  await tx.exec.query('UPDATE asset SET nameplate = $3::jsonb, updated_at = now() WHERE org_id = $1::uuid AND id = $2::uuid', [tx.orgId, id, JSON.stringify(nameplate)])
}

/** LockedPoint is a point with what is known of its measurement, taken for this transaction. */
export interface LockedPoint extends MeasurementFacts {
  readonly id: string
  readonly siteId: string
  readonly assetId: string
  readonly classId: string | null
  readonly code: string
  readonly name: string
  readonly quantity: string
  /** Whether any reading is kept in its unit. */
  readonly isRead: boolean
}

/** lockPoint takes a point; null when the tenant has none of that id. */
export async function lockPoint(tx: Tx, id: string): Promise<LockedPoint | null> {
  const [row] = await tx.exec.query<LockedPoint>(
    `SELECT p.id, p.site_id AS "siteId", p.asset_id AS "assetId", a.class_id AS "classId", p.code, p.name, p.quantity, p.unit,
            EXISTS (SELECT 1 FROM telemetry.reading r WHERE r.point_no = p.no) OR EXISTS (SELECT 1 FROM telemetry.reading_hour h WHERE h.point_no = p.no) AS "isRead",
            p.band_low_hz AS "bandLowHz", p.band_high_hz AS "bandHighHz", p.sample_rate_hz AS "sampleRateHz"
     FROM point p JOIN asset a ON a.org_id = p.org_id AND a.id = p.asset_id WHERE p.org_id = $1::uuid AND p.id = $2::uuid FOR NO KEY UPDATE OF p`, [tx.orgId, id],
  )
  return row ?? null
}

/** saveMeasurement writes what is known of a point's measurement. */
export async function saveMeasurement(tx: Tx, id: string, { unit, bandLowHz, bandHighHz, sampleRateHz }: MeasurementFacts): Promise<void> {
  await tx.db.point.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: { unit, bandLowHz, bandHighHz, sampleRateHz } })
}

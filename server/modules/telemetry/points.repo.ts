import type pg from 'pg'
import { systemTx, type Tx } from '../../platform/db.ts'

/** PointRef is where a key leads: the point's number and its site. */
export interface PointRef {
  readonly no: number
  readonly siteId: string
}

/** loadPointKeys reads every point key of the organization. */
export async function loadPointKeys(orgId: string): Promise<Map<string, PointRef>> {
  const rows = await systemTx(
    async (client) => (await client.query<{ key: string; no: number; siteId: string }>('SELECT key, no, site_id AS "siteId" FROM point WHERE org_id = $1', [orgId])).rows,
    orgId,
  )
  return new Map(rows.map((row) => [row.key, { no: row.no, siteId: row.siteId }]))
}

/** PointMeta is what storing and judging need to know of a point. */
export interface PointMeta {
  readonly no: number
  readonly assetId: string
  readonly classId: string | null
  readonly code: string
  readonly unit: string
  readonly quantity: string
  readonly givenUnit: string | null
  readonly rangeLow: number | null
  readonly rangeHigh: number | null
  readonly stalenessMs: number
  readonly bandLowHz: number | null
  readonly bandHighHz: number | null
  readonly sampleRateHz: number | null
  readonly sourceId: string | null
}

/** loadSitePoints reads every point of a site with its asset's class. */
export async function loadSitePoints(client: pg.ClientBase, orgId: string, siteId: string): Promise<PointMeta[]> {
  const result = await client.query<PointMeta>(
    `SELECT p.no, p.asset_id AS "assetId", a.class_id AS "classId", p.code, p.unit, p.quantity, p.given_unit AS "givenUnit",
            p.range_low AS "rangeLow", p.range_high AS "rangeHigh", p.staleness_ms AS "stalenessMs",
            p.band_low_hz AS "bandLowHz", p.band_high_hz AS "bandHighHz", p.sample_rate_hz AS "sampleRateHz", p.source_id AS "sourceId"
     FROM point p JOIN asset a ON a.org_id = p.org_id AND a.id = p.asset_id
     WHERE p.org_id = $1 AND p.site_id = $2 ORDER BY p.no`,
    [orgId, siteId],
  )
  return result.rows
}

/** savePointSources records which source feeds a point now; with `onlyUnknown` a point of which a source is known keeps it. */
export async function savePointSources(client: pg.ClientBase, orgId: string, changed: readonly { pointNo: number; sourceId: string }[], onlyUnknown = false): Promise<void> {
  if (changed.length === 0) return
  await client.query(
    `UPDATE point SET source_id = c.source_id FROM unnest($2::int[], $3::uuid[]) AS c(no, source_id)
     WHERE point.org_id = $1 AND point.no = c.no AND NOT ($4 AND point.source_id IS NOT NULL)`,
    [orgId, changed.map((c) => c.pointNo), changed.map((c) => c.sourceId), onlyUnknown],
  )
}

/** PointRow is a point as the screens ask for it. */
export interface PointRow {
  readonly id: string
  readonly no: number
  readonly siteId: string
  readonly assetId: string
  readonly key: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly quantity: string
  readonly stalenessMs: number
  readonly sourceId: string | null
  readonly rangeLow: number | null
  readonly rangeHigh: number | null
  readonly bandLowHz: number | null
  readonly bandHighHz: number | null
  readonly sampleRateHz: number | null
}

const POINT = {
  id: true, no: true, siteId: true, assetId: true, key: true, code: true, name: true, unit: true, quantity: true, stalenessMs: true, sourceId: true,
  rangeLow: true, rangeHigh: true, bandLowHz: true, bandHighHz: true, sampleRateHz: true,
} as const

/** findPoints reads points by id within the tenant. */
export async function findPoints(tx: Tx, ids: readonly string[]): Promise<PointRow[]> {
  return tx.db.point.findMany({
    where: { orgId: tx.orgId, id: { in: [...ids] } },
    select: POINT,
    orderBy: { no: 'asc' },
  })
}

/** findAssetPoints reads every point of an asset within the tenant. */
export async function findAssetPoints(tx: Tx, assetId: string): Promise<PointRow[]> {
  return tx.db.point.findMany({
    where: { orgId: tx.orgId, assetId },
    select: POINT,
    orderBy: { no: 'asc' },
  })
}

import type { Exec } from '#server/platform/db.ts'

/** SourceRecord is a source with its settings as stored, for whoever may change them. */
export interface SourceRecord {
  readonly id: string
  readonly siteId: string
  readonly siteName: string
  readonly name: string
  readonly kind: string
  readonly config: unknown
  readonly version: number
  readonly enabled: boolean
  readonly demo: boolean
  readonly updatedAt: Date
  readonly lastSeenAt: Date | null
  readonly connectedAt: Date | null
  readonly problem: string | null
  /** Its newest readings, which wait to be judged, packed. */
  readonly waiting: Uint8Array | null
}

/** findRecord reads a source with its settings and where it stands; one that was removed is not found. */
export async function findRecord(exec: Exec, orgId: string, id: string): Promise<SourceRecord | undefined> {
  const [row] = await exec.query<SourceRecord>(
    `SELECT s.id, s.site_id AS "siteId", site.name AS "siteName", s.name, s.kind, s.config, s.version, s.enabled, s.demo, s.updated_at AS "updatedAt",
            st.last_seen_at AS "lastSeenAt", st.connected_at AS "connectedAt", st.last_error AS problem, st.waiting
       FROM source s JOIN site ON site.org_id = s.org_id AND site.id = s.site_id LEFT JOIN source_state st ON st.source_id = s.id
      WHERE s.org_id = $1::uuid AND s.id = $2::uuid AND s.removed_at IS NULL`,
    [orgId, id],
  )
  return row
}

/** SitePlace is a site by name. */
export interface SitePlace {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** sitesOf lists the organization's sites ('all', or those given) by name. */
export const sitesOf = (exec: Exec, orgId: string, sites: 'all' | readonly string[]): Promise<SitePlace[]> =>
  exec.query('SELECT id, code, name FROM site WHERE org_id = $1::uuid AND ($2::uuid[] IS NULL OR id = ANY ($2::uuid[])) ORDER BY name, id', [orgId, sites === 'all' ? null : sites])

/** MappablePoint is a point to which a value can be led; fedBy names the source that delivers it now. */
export interface MappablePoint {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly quantity: string
  readonly machine: string
  readonly fedBy: string | null
}

/** pointsOf lists a site's points by key. */
export const pointsOf = (exec: Exec, orgId: string, siteId: string): Promise<MappablePoint[]> =>
  exec.query(
    `SELECT p.key, p.code, p.name, p.unit, p.quantity, a.tag AS machine, s.name AS "fedBy"
       FROM point p JOIN asset a ON a.org_id = p.org_id AND a.id = p.asset_id LEFT JOIN source s ON s.org_id = p.org_id AND s.id = p.source_id
      WHERE p.org_id = $1::uuid AND p.site_id = $2::uuid ORDER BY p.key`,
    [orgId, siteId],
  )

/** FedPoint is a point that a source feeds, or is meant to feed; sourceId is whose readings of it were judged last. */
export interface FedPoint {
  readonly no: number
  readonly key: string
  readonly name: string
  readonly unit: string
  readonly machine: string
  readonly machineId: string
  readonly sourceId: string | null
}

/** pointsOfSource lists the points of a source's site that it feeds, that have one of the keys, or one of the numbers. */
export const pointsOfSource = (
  exec: Exec, orgId: string, { siteId, id }: Pick<SourceRecord, 'siteId' | 'id'>, keys: readonly string[], nos: readonly number[],
): Promise<FedPoint[]> =>
  exec.query(
    `SELECT p.no, p.key, p.name, p.unit, a.tag AS machine, a.id AS "machineId", p.source_id AS "sourceId"
       FROM point p JOIN asset a ON a.org_id = p.org_id AND a.id = p.asset_id
      WHERE p.org_id = $1::uuid AND p.site_id = $2::uuid AND (p.source_id = $3::uuid OR p.key = ANY ($4::text[]) OR p.no = ANY ($5::int[])) ORDER BY p.key`,
    [orgId, siteId, id, keys, nos],
  )

/** SinceReject is a reason for which readings of a source were not stored, with the newest example's words and how long ago (ms) that was. */
export interface SinceReject {
  readonly code: string
  readonly detail: string
  readonly count: number
  readonly ageMs: number
}

/** rejectsSince lists for which reasons readings of a source were not stored since its settings are what they are, newest first. */
export const rejectsSince = (exec: Exec, orgId: string, sourceId: string): Promise<SinceReject[]> =>
  exec.query(
    `SELECT q.code, (array_agg(q.detail ORDER BY q.created_at DESC))[1] AS detail, count(*)::int AS count,
            greatest(0, extract(epoch FROM now() - max(q.created_at)) * 1000)::float8 AS "ageMs"
       FROM quarantine q JOIN source s ON s.org_id = q.org_id AND s.id = q.source_id
      WHERE q.org_id = $1::uuid AND q.source_id = $2::uuid AND q.created_at >= s.updated_at AND q.created_at > now() - interval '7 days'
      GROUP BY q.code ORDER BY max(q.created_at) DESC`,
    [orgId, sourceId],
  )

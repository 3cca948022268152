import { execOf, systemTx, type Exec } from '#server/platform/db.ts'

/** inTenant runs work as mw_system in one transaction with the tenant's rows open: what sources did stands in system tables. */
export const inTenant = <T>(orgId: string, work: (exec: Exec) => Promise<T>): Promise<T> =>
  systemTx((client) => work(execOf(client)), orgId)

/** SourceRow is a source with where it stands. Counts are since the source was made; watermark is the newest event time judged. */
export interface SourceRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly clock: 'live' | 'replay'
  readonly siteId: string
  readonly enabled: boolean
  readonly demo: boolean
  readonly lastSeenAt: Date | null
  readonly watermark: Date | null
  readonly accepted: string
  readonly rejected: string
  readonly lastError: string | null
}

/** sourcesOf lists the organization's sources at the sites given ('all' for every site), by name. */
export const sourcesOf = (exec: Exec, orgId: string, sites: 'all' | readonly string[]): Promise<SourceRow[]> =>
  exec.query(
    `SELECT s.id, s.name, s.kind, s.clock, s.site_id AS "siteId", s.enabled, s.demo, st.last_seen_at AS "lastSeenAt", st.watermark,
            coalesce(st.accepted, 0)::text AS accepted, coalesce(st.rejected, 0)::text AS rejected, st.last_error AS "lastError"
       FROM source s LEFT JOIN source_state st ON st.source_id = s.id
      WHERE s.org_id = $1::uuid AND ($2::uuid[] IS NULL OR s.site_id = ANY ($2::uuid[])) ORDER BY s.name, s.id`,
    [orgId, sites === 'all' ? null : sites],
  )

/** MinuteCount is how many readings of a source came in during one of the last 60 minutes; `ago` 0 is the minute that ends now. */
export interface MinuteCount {
  readonly sourceId: string
  readonly ago: number
  readonly count: number
}

/** arrivalsByMinute counts what came in during the last hour, by source and minute. */
export const arrivalsByMinute = (exec: Exec, orgId: string): Promise<MinuteCount[]> =>
  exec.query(
    `SELECT source_id AS "sourceId", floor(extract(epoch FROM now() - received_at) / 60)::int AS ago, sum(count)::int AS count
       FROM inbox WHERE org_id = $1::uuid AND kind = 'readings' AND received_at > now() - interval '60 minutes' GROUP BY 1, 2`,
    [orgId],
  )

/** RejectReason is a reason for which readings of a source were not stored, with the newest example's words. */
export interface RejectReason {
  readonly sourceId: string
  readonly code: string
  readonly detail: string
  readonly count: number
  readonly lastAt: Date
}

/** recentRejects lists the reasons of the last seven days by source, newest first. */
export const recentRejects = (exec: Exec, orgId: string, sourceIds: readonly string[]): Promise<RejectReason[]> =>
  exec.query(
    `SELECT source_id AS "sourceId", code, (array_agg(detail ORDER BY created_at DESC))[1] AS detail, count(*)::int AS count, max(created_at) AS "lastAt"
       FROM quarantine WHERE org_id = $1::uuid AND source_id = ANY ($2::uuid[]) AND created_at > now() - interval '7 days'
      GROUP BY source_id, code ORDER BY max(created_at) DESC`,
    [orgId, sourceIds],
  )

/** FedMachine is a machine whose points a source was the last to feed; credit names whose recorded data it shows, null for its own. */
export interface FedMachine {
  readonly sourceId: string
  readonly id: string
  readonly tag: string
  readonly name: string
  readonly credit: string | null
  /** The credit as stored {key, params}, where it comes with the product. */
  readonly creditText: unknown
  readonly points: number
}

/** machinesFed lists the machines that the sources given feed. */
export const machinesFed = (exec: Exec, orgId: string, sourceIds: readonly string[]): Promise<FedMachine[]> =>
  exec.query(
    `SELECT p.source_id AS "sourceId", a.id, a.tag, a.name, a.credit, a.credit_text AS "creditText", count(*)::int AS points
       FROM point p JOIN asset a ON a.org_id = p.org_id AND a.id = p.asset_id
      WHERE p.org_id = $1::uuid AND p.source_id = ANY ($2::uuid[]) GROUP BY p.source_id, a.id, a.tag, a.name, a.credit, a.credit_text ORDER BY a.tag, a.id`,
    [orgId, sourceIds],
  )

/** NewSourceRow is a source about to be stored. */
export interface NewSourceRow {
  readonly id: string
  readonly siteId: string
  readonly name: string
  readonly kind: string
  readonly clock: 'live' | 'replay'
  readonly reorderWindowMs: number
  readonly config: unknown
}

/** insertSource stores a source with where it stands (nowhere yet); false when the site has one of that name. */
export async function insertSource(exec: Exec, orgId: string, row: NewSourceRow): Promise<boolean> {
  const made = await exec.query(
    `INSERT INTO source (org_id, id, site_id, name, kind, clock, reorder_window_ms, config) VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::jsonb)
     ON CONFLICT (org_id, site_id, name) DO NOTHING RETURNING id`,
    [orgId, row.id, row.siteId, row.name, row.kind, row.clock, row.reorderWindowMs, JSON.stringify(row.config)],
  )
  if (made.length === 0) return false
  await exec.query('INSERT INTO lane (org_id, site_id) VALUES ($1::uuid, $2::uuid) ON CONFLICT (site_id) DO NOTHING', [orgId, row.siteId])
  await exec.query(
    `INSERT INTO source_state (source_id, org_id, lane_no, clock) SELECT $1::uuid, org_id, no, $4 FROM lane WHERE org_id = $2::uuid AND site_id = $3::uuid`,
    [row.id, orgId, row.siteId, row.clock],
  )
  return true
}

/** siteExists tells whether the site is one of the organization's. */
export const siteExists = async (exec: Exec, orgId: string, siteId: string): Promise<boolean> =>
  (await exec.query('SELECT 1 AS found FROM site WHERE org_id = $1::uuid AND id = $2::uuid', [orgId, siteId])).length > 0

/** findSource finds a source's site and whether it is enabled. */
export async function findSource(exec: Exec, orgId: string, id: string): Promise<{ siteId: string; name: string; enabled: boolean } | undefined> {
  const [row] = await exec.query<{ siteId: string; name: string; enabled: boolean }>(
    'SELECT site_id AS "siteId", name, enabled FROM source WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE',
    [orgId, id],
  )
  return row
}

/** saveEnabled switches a source on or off. */
export async function saveEnabled(exec: Exec, orgId: string, id: string, enabled: boolean): Promise<void> {
  await exec.query('UPDATE source SET enabled = $3 WHERE org_id = $1::uuid AND id = $2::uuid', [orgId, id, enabled])
}

/** isEnabled tells whether a source is switched on; one that does not exist is not. */
export const isEnabled = async (exec: Exec, orgId: string, id: string): Promise<boolean> =>
  (await exec.query('SELECT 1 AS found FROM source WHERE org_id = $1::uuid AND id = $2::uuid AND enabled', [orgId, id])).length > 0

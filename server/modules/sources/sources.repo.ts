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
      WHERE s.org_id = $1::uuid AND s.removed_at IS NULL AND ($2::uuid[] IS NULL OR s.site_id = ANY ($2::uuid[])) ORDER BY s.name, s.id`,
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


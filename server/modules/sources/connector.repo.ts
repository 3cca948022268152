import { newId } from '#server/platform/ids.ts'
import { systemExec } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { inTenant } from './sources.repo.ts'

/** ConnectorSource is an enabled source that a connector of this kind should be reading, with its settings as stored. */
export interface ConnectorSource {
  readonly orgId: string
  /** The organization's short name, which its secrets are kept under. */
  readonly orgSlug: string
  readonly siteId: string
  readonly sourceId: string
  readonly laneNo: number
  readonly name: string
  readonly kind: string
  readonly clock: 'live' | 'replay'
  readonly demo: boolean
  /** Counts its settings up. */
  readonly version: number
  readonly config: unknown
}

/** enabledSources lists the enabled sources of the kinds given, in every organization. */
export async function enabledSources(kinds: readonly string[]): Promise<ConnectorSource[]> {
  const tenants = await systemExec().query<{ orgId: string }>('SELECT DISTINCT org_id AS "orgId" FROM lane ORDER BY 1')
  const found: ConnectorSource[] = []
  for (const { orgId } of tenants) {
    found.push(
      ...(await inTenant(orgId, (exec) =>
        exec.query<ConnectorSource>(
          `SELECT s.org_id AS "orgId", o.slug AS "orgSlug", s.site_id AS "siteId", s.id AS "sourceId", l.no AS "laneNo", s.name, s.kind, s.clock, s.demo, s.version, s.config
             FROM source s JOIN organization o ON o.id = s.org_id JOIN lane l ON l.org_id = s.org_id AND l.site_id = s.site_id
            WHERE s.org_id = $1::uuid AND s.enabled AND s.kind = ANY ($2::text[]) ORDER BY s.id`,
          [orgId, kinds],
        ))),
    )
  }
  return found
}

/** SourceKey names a source with its tenant, lane, clock and the version of its settings that is spoken of. */
export type SourceKey = Pick<ConnectorSource, 'orgId' | 'sourceId' | 'laneNo' | 'clock' | 'version'>

/** saveProblem records what is wrong with a source, or (null) that it is connected, and tells browsers. What is said of settings that were changed since is left out. */
export async function saveProblem(source: SourceKey, problem: string | null): Promise<void> {
  await inTenant(source.orgId, async (exec) => {
    await exec.query(
      `INSERT INTO source_state (source_id, org_id, lane_no, clock, last_error, last_error_at, connected_at)
       SELECT id, org_id, $3, $4, $5, CASE WHEN $5::text IS NOT NULL THEN now() END, CASE WHEN $5::text IS NULL THEN now() END
         FROM source WHERE id = $1::uuid AND org_id = $2::uuid AND version = $6
       ON CONFLICT (source_id) DO UPDATE SET last_error = excluded.last_error, last_error_at = coalesce(excluded.last_error_at, source_state.last_error_at),
         connected_at = CASE WHEN excluded.connected_at IS NOT NULL THEN coalesce(source_state.connected_at, excluded.connected_at) END`,
      [source.sourceId, source.orgId, source.laneNo, source.clock, problem, source.version],
    )
    await publishLive(exec, source.orgId, { entity: 'source', id: source.sourceId })
  })
}

/** saveUnreadable counts messages that could not be read, and keeps each reason; those that older settings could not read happened before the newer ones were made. */
export async function saveUnreadable(source: SourceKey, count: number, reasons: readonly string[]): Promise<void> {
  const batchId = newId()
  await inTenant(source.orgId, async (exec) => {
    await exec.query(
      `INSERT INTO source_state (source_id, org_id, lane_no, clock, rejected) VALUES ($1::uuid, $2::uuid, $3, $4, $5)
       ON CONFLICT (source_id) DO UPDATE SET rejected = source_state.rejected + excluded.rejected`,
      [source.sourceId, source.orgId, source.laneNo, source.clock, count],
    )
    await exec.query(
      `INSERT INTO quarantine (org_id, id, batch_id, source_id, index, code, detail, created_at)
       SELECT $1::uuid, r.id, $2::uuid, s.id, r.n - 1, 'decode', r.detail, CASE WHEN s.version = $6 THEN now() ELSE least(now(), s.updated_at - interval '1 millisecond') END
         FROM source s, unnest($4::uuid[], $5::text[]) WITH ORDINALITY AS r(id, detail, n) WHERE s.org_id = $1::uuid AND s.id = $3::uuid`,
      [source.orgId, batchId, source.sourceId, reasons.map(() => newId()), reasons, source.version],
    )
  })
}

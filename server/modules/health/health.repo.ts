import { execOf, systemExec, systemTx } from '#server/platform/db.ts'

/** isMigrated tells whether the tables that the newest migration of this release makes are there. */
export async function isMigrated(): Promise<boolean> {
  const [row] = await systemExec().query<{ there: boolean }>(
    `SELECT to_regclass('public.inbox') IS NOT NULL AND to_regclass('telemetry.reading') IS NOT NULL AND to_regclass('public.sampling') IS NOT NULL AS there`,
  )
  return row?.there ?? false
}

/** gatewayRuns tells whether a gateway process is connected: platform/process-name.ts names it. */
export async function gatewayRuns(): Promise<boolean> {
  const [row] = await systemExec().query<{ runs: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'millwright-gateway') AS runs`,
  )
  return row?.runs ?? false
}

/** WorkFacts is what waits to be done in the whole installation. */
export interface WorkFacts {
  readonly inboxWaiting: number
  readonly inboxOldestSeconds: number
  readonly outboxWaiting: number
  readonly outboxOldestSeconds: number
  readonly deadLetters: number
  readonly accepted: number
  readonly rejected: number
  readonly sources: number
}

/** workFacts counts what waits, by PostgreSQL's clock; ages in seconds. */
export async function workFacts(): Promise<WorkFacts> {
  const [row] = await systemExec().query<WorkFacts>(
    `SELECT (SELECT count(*)::int FROM inbox WHERE done_at IS NULL) AS "inboxWaiting",
            (SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0)::float8 FROM inbox WHERE done_at IS NULL) AS "inboxOldestSeconds",
            (SELECT count(*)::int FROM outbox WHERE done_at IS NULL) AS "outboxWaiting",
            (SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 FROM outbox WHERE done_at IS NULL) AS "outboxOldestSeconds",
            (SELECT count(*)::int FROM dead_letter) AS "deadLetters",
            (SELECT coalesce(sum(accepted), 0)::float8 FROM source_state) AS accepted,
            (SELECT coalesce(sum(rejected), 0)::float8 FROM source_state) AS rejected,
            (SELECT count(*)::int FROM source_state) AS sources`,
  )
  if (!row) throw new Error('workFacts: no row')
  return row
}

/** SourceHealth is when a source was last heard of; silentMs is null when it never was. */
export interface SourceHealth {
  readonly id: string
  readonly name: string
  readonly siteId: string
  readonly clock: 'live' | 'replay'
  readonly enabled: boolean
  readonly silentMs: number | null
}

/** Notice is something about a source or the system that a person should know. */
export interface Notice {
  readonly kind: string
  readonly subjectId: string
  readonly detail: string
}

/** TenantFacts is how one organization's sources do. */
export interface TenantFacts {
  readonly sources: readonly SourceHealth[]
  readonly notices: readonly Notice[]
}

/** tenantFacts reads how one organization's sources do. */
export const tenantFacts = (orgId: string): Promise<TenantFacts> =>
  systemTx(async (client) => {
    const exec = execOf(client)
    const sources = await exec.query<SourceHealth>(
      `SELECT s.id, s.name, s.site_id AS "siteId", s.clock, s.enabled, 1000 * extract(epoch FROM now() - st.last_seen_at)::float8 AS "silentMs"
         FROM source s LEFT JOIN source_state st ON st.source_id = s.id WHERE s.org_id = $1::uuid AND s.removed_at IS NULL ORDER BY s.name`,
      [orgId],
    )
    const notices = await exec.query<Notice>(
      `SELECT kind, subject_id AS "subjectId", detail FROM health_notice
        WHERE org_id = $1::uuid AND resolved_at IS NULL AND last_at > now() - interval '1 day' ORDER BY last_at DESC LIMIT 50`,
      [orgId],
    )
    return { sources, notices }
  }, orgId)

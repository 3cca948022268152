import type { HealthFacts } from '#server/core/system/health.ts'
import { systemExec } from '#server/platform/db.ts'

/**
 * InstallationRow is what the database tells of the installation. Ages in ms, null when nothing waits; nowMs is its clock;
 * rollUpNo names the oldest span that waits to be rolled up.
 */
export type InstallationRow = Pick<HealthFacts, 'workers' | 'gateways' | 'inboxAgeMs' | 'inboxCount' | 'ticketAgeMs' | 'deadLetters24h' | 'partitionsAhead' | 'databaseBytes'> & {
  readonly nowMs: number
  readonly rollUpNo: string | null
}

/** installationRow reads how far the work is, and which processes are connected: platform/process-name.ts names them. */
export async function installationRow(): Promise<InstallationRow> {
  const [row] = await systemExec().query<InstallationRow>(
    `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'millwright-worker') AS workers,
            (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'millwright-gateway') AS gateways,
            (SELECT 1000 * extract(epoch FROM now() - min(received_at))::float8 FROM inbox WHERE done_at IS NULL) AS "inboxAgeMs",
            (SELECT count(*)::int FROM inbox WHERE done_at IS NULL) AS "inboxCount",
            (SELECT 1000 * extract(epoch FROM now() - min(created_at))::float8 FROM outbox WHERE done_at IS NULL) AS "ticketAgeMs",
            (SELECT min(no)::text FROM telemetry.rollup_due) AS "rollUpNo",
            (SELECT count(*)::int FROM dead_letter WHERE created_at > now() - interval '24 hours') AS "deadLetters24h",
            (SELECT count(*)::int FROM generate_series(1, 7) AS ahead
              WHERE to_regclass('telemetry.reading_' || to_char((now() AT TIME ZONE 'UTC')::date + ahead, 'YYYYMMDD')) IS NOT NULL) AS "partitionsAhead",
            pg_database_size(current_database())::float8 AS "databaseBytes",
            1000 * extract(epoch FROM clock_timestamp())::float8 AS "nowMs"`,
  )
  if (!row) throw new Error('installationRow: no row')
  return row
}

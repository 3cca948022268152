import path from 'node:path'
import pg from 'pg'
import type { InstallationFacts } from '../../core/system/doctor.ts'
import { freeBytesAt } from '../disk.ts'
import { readMigrations } from '../embedded/migrate.ts'

const FACTS = `
SELECT current_setting('server_version') AS version, current_setting('fsync') = 'on' AS fsync,
  pg_database_size(current_database())::float8 AS "sizeBytes",
  ARRAY(SELECT wanted FROM unnest(ARRAY['mw_owner','mw_app','mw_system']) AS wanted
         WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted)) AS "missingRoles",
  ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname IN ('mw_app','mw_system') AND (rolsuper OR rolbypassrls)) AS "unboundRoles",
  ARRAY(SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname IN ('public','telemetry') AND c.relkind IN ('r','p') AND has_table_privilege('mw_app', c.oid, 'SELECT')
           AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('org_id','org_no') AND NOT a.attisdropped)
           AND NOT (c.relrowsecurity AND c.relforcerowsecurity)) AS "openTables",
  (SELECT count(*)::int FROM generate_series(current_date, current_date + 7, interval '1 day') AS day
    WHERE to_regclass('telemetry.reading_' || to_char(day, 'YYYYMMDD')) IS NOT NULL) AS "partitionsAhead"`

type DatabaseFacts = Omit<InstallationFacts, 'pendingMigrations' | 'freeBytes'>

/** inspectInstallation looks at the database as mw_owner, at the migrations of this checkout, and at the disk under the data. */
export async function inspectInstallation(ownerUrl: string, root: string, folders: readonly string[]): Promise<InstallationFacts> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query<DatabaseFacts>(FACTS)
    const [facts] = rows
    if (!facts) throw new Error('inspectInstallation: no row')
    const applied = await client.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL')
    const known = new Set(applied.rows.map((row) => row.name))
    const pendingMigrations = readMigrations(path.join(root, 'prisma/migrations')).map((one) => one.name).filter((name) => !known.has(name))
    return { ...facts, pendingMigrations, freeBytes: Math.min(...folders.map(freeBytesAt)) }
  } finally {
    await client.end()
  }
}

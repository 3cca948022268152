import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { AppError } from '../../core/kernel/errors.ts'

/** Migration is one folder of prisma/migrations. */
export interface Migration {
  readonly name: string
  readonly sql: string
  /** sha256 of the file in hex, as Prisma records it. */
  readonly checksum: string
}

/** Applied is what the database remembers of a migration. */
export interface Applied {
  readonly name: string
  readonly checksum: string
}

// Prisma's own table and advisory lock (schema-engine), so that `prisma migrate status` and ours see one history.
const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`
const PRISMA_LOCK = 72707369

/** readMigrations reads the folder's migrations in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => statSync(path.join(folder, name)).isDirectory())
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

/**
 * pendingMigrations decides what is still to be applied. Throws 'conflict' when the database knows a migration that is
 * not here (it belongs to a newer Millwright) or that reads differently now: going on would guess at the schema.
 */
export function pendingMigrations(available: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const byName = new Map(available.map((migration) => [migration.name, migration]))
  for (const done of applied) {
    const here = byName.get(done.name)
    if (!here) throw new AppError('conflict', `The database was migrated by a newer Millwright (${done.name}): start that version, or restore a backup made before it.`)
    if (here.checksum !== done.checksum) throw new AppError('conflict', `Migration ${done.name} was changed after it was applied to this database: restore the released file.`)
  }
  const known = new Set(applied.map((done) => done.name))
  return available.filter((migration) => !known.has(migration.name))
}

/**
 * migrate applies what is pending, as the connected role (mw_owner), one transaction per migration: each is there in
 * full or not at all. Two starts at once wait for each other. Returns the names applied.
 */
export async function migrate(client: pg.ClientBase, folder: string): Promise<string[]> {
  await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
  try {
    await client.query(HISTORY)
    const { rows } = await client.query<Applied>(
      'SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY started_at',
    )
    const pending = pendingMigrations(readMigrations(folder), rows)
    for (const migration of pending) await apply(client, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK])
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(migration.sql)
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new AppError('unavailable', `Migration ${migration.name} failed and was taken back: ${(error as Error).message}`)
  }
}

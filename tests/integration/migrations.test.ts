import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { useTestDatabase } from '#tests/harness/database.ts'

const database = useTestDatabase()
const root = path.resolve(import.meta.dirname, '../..')

/** Prisma's command line as a developer calls it, over our schema engine. */
function prisma(args: readonly string[], url: string): { code: number | null; words: string } {
  const done = spawnSync(path.join(root, 'node_modules/.bin/prisma'), args, { cwd: root, encoding: 'utf8', env: { ...process.env, MW_OWNER_URL: url, NO_COLOR: '1' } })
  return { code: done.status, words: done.stdout + done.stderr }
}

test('the migrations and prisma/schema agree', () => {
  const { code, words } = prisma(['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema', '--exit-code'], database.superUrl)
  expect(words).toContain('No difference detected')
  expect(code).toBe(0)
})

test('the comparison sees a difference', async () => {
  await database.query('ALTER TABLE site ADD COLUMN planted text')
  const { code, words } = prisma(['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema', '--exit-code'], database.superUrl)
  await database.query('ALTER TABLE site DROP COLUMN planted')
  expect(words).toContain('planted')
  expect(code).toBe(2)
})

test('Prisma reads the history that we wrote as its own', () => {
  const { code, words } = prisma(['migrate', 'status'], database.ownerUrl)
  expect(words).toContain('Database schema is up to date')
  expect(code).toBe(0)
})

test('Prisma applies the same migrations to an empty database', async () => {
  const name = `${database.name}_deploy`
  await database.query(`CREATE DATABASE ${name} OWNER mw_owner`)
  const url = database.superUrl.replace(database.name, name)
  const { code, words } = prisma(['migrate', 'deploy'], url)
  await database.query(`DROP DATABASE ${name} WITH (FORCE)`)
  expect(words).toContain('successfully applied')
  expect(code).toBe(0)
})

test('a shadow database is made and removed', async () => {
  const { code, words } = prisma(['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema', '--exit-code'], database.superUrl)
  expect(words).toContain('No difference detected')
  expect(code).toBe(0)
  expect(await database.query(`SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'`)).toEqual([])
})

import { expect, test } from 'vitest'
import { prisma, systemExec } from '#server/platform/db.ts'
import { useTestDatabase } from '#tests/harness/database.ts'

const database = useTestDatabase()

test('each file has a migrated database of its own', async () => {
  const [row] = await systemExec().query<{ name: string; role: string }>('SELECT current_database() AS name, current_user AS role')
  expect(row).toEqual({ name: database.name, role: 'mw_system' })
  expect(await prisma().organization.count()).toBe(0)
})

test('mw_app owns nothing and cannot pass row-level security', async () => {
  const rows = await database.query(`SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname IN ('mw_app', 'mw_system')`)
  expect(rows).toEqual(Array(2).fill({ rolsuper: false, rolbypassrls: false, rolcreaterole: false }))
  const owned = await database.query(`SELECT relname FROM pg_class WHERE relowner = 'mw_app'::regrole`)
  expect(owned).toEqual([])
})

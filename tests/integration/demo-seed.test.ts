import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../harness/database.ts'

const db = useTestDatabase()
const folders: string[] = []
const dataFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mw-demo-'))
  folders.push(folder)
  return folder
}
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })

const TABLES = ['organization', 'site', 'asset', 'asset_class', 'point', 'point_template', 'failure_mode', 'maintainable_item', 'equipment', 'installation', 'maintenance_window',
  'rule', 'rule_version', 'source', 'source_state', 'lane', 'person', 'role_grant', 'team', 'team_member', 'auth_user', 'part']
const counts = async () => Object.fromEntries(await Promise.all(TABLES.map(async (table) =>
  [table, (await db.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`))[0]?.n] as const)))

describe('seedDemo', () => {
  const folder = dataFolder()
  const first = new Date('2026-05-01T06:00:00Z')

  it('makes the plant once, however often it runs, and keeps the first start', async () => {
    const { seedDemo } = await import('#prisma/seed/demo/seed.ts')
    const made = await seedDemo(folder, first)
    const before = await counts()
    const again = await seedDemo(folder, new Date('2026-06-01T06:00:00Z'))
    expect(again).toEqual(made)
    expect(await counts()).toEqual(before)
    expect(before).toMatchObject({ organization: 1, asset: 9, point: 10, rule: 9, rule_version: 9, source: 3, source_state: 3, lane: 1, person: 11, team_member: 2 })
    expect(made.startedAt).toBe(first.toISOString())
  })

  it('keeps what people have changed', async () => {
    const { seedDemo } = await import('#prisma/seed/demo/seed.ts')
    await db.query(`UPDATE asset SET name = 'Our fan' WHERE tag = 'CT-301'`)
    await seedDemo(folder, first)
    expect(await db.query(`SELECT name FROM asset WHERE tag = 'CT-301'`)).toEqual([{ name: 'Our fan' }])
  })

  it('gives the player keys that are bound to its sources, and nothing more', async () => {
    const { verifyApiKey } = await import('#server/modules/keys/index.ts')
    const { PLAYER_KEYS } = await import('#prisma/seed/demo/sources.ts')
    for (const { secret, source, scopes } of Object.values(PLAYER_KEYS)) {
      const machine = await verifyApiKey(`Bearer ${await readFile(join(folder, 'secrets', secret), 'utf8')}`)
      expect(machine).toMatchObject({ type: 'machine', scopes })
      expect(await db.query('SELECT name, clock FROM source WHERE id = $1', [machine?.sourceId])).toEqual([{ name: source, clock: 'replay' }])
      expect(machine?.siteId).not.toBeNull()
    }
  })

  it('gives new secrets when the data folder is lost, and the old ones stop working', async () => {
    const { seedDemo } = await import('#prisma/seed/demo/seed.ts')
    const { auth } = await import('#server/platform/auth.ts')
    const old = await seedDemo(folder, first)
    const elsewhere = dataFolder()
    const renewed = await seedDemo(elsewhere, new Date('2026-07-01T06:00:00Z'))
    expect(renewed.password).not.toBe(old.password)
    expect(renewed.startedAt).toBe(old.startedAt)
    const signIn = (password: string) => auth().api.signInEmail({ body: { email: 'technician@demo.millwright.local', password } })
    await expect(signIn(old.password)).rejects.toThrow()
    expect((await signIn(renewed.password)).user.email).toBe('technician@demo.millwright.local')
    const keys = await db.query<{ living: number }>('SELECT count(*) FILTER (WHERE revoked_at IS NULL)::int AS living FROM api_key')
    expect(keys).toEqual([{ living: 3 }])
  })
})

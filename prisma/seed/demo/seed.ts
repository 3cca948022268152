import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#server/core/kernel/errors.ts'
import { readDemoFile, writeDemoFile, type DemoFile } from '#server/modules/demo/index.ts'
import { createApiKey, listApiKeys, revokeApiKey } from '#server/modules/keys/index.ts'
import { createOrganization, findOrganization } from '#server/modules/organizations/index.ts'
import { execOf, systemTx, type Exec } from '#server/platform/db.ts'
import { touchSiteConfig } from '#server/platform/site-config.ts'
import { DEMO_PEOPLE } from './people.ts'
import { ORGANIZATION, SITE } from './plant.ts'
import { writeRoster } from './roster.ts'
import { PLAYER_KEYS, SOURCES } from './sources.ts'
import { newDemoPassword, writePeople, writeTeam } from './write-people.ts'
import { writeAssets, writeClasses, writeIsolationPlans, writeRules, writeSources } from './write-plant.ts'

/**
 * seedDemo makes the demo plant, its people and the player's keys; what is there already stays as it is. The demo's file in
 * the data folder gets the sign-ins. Called again after the data folder was lost, it gives people and player new secrets.
 */
export async function seedDemo(dataDir: string, now: Date): Promise<DemoFile> {
  const { orgId, siteId } = await organization()
  const known = readDemoFile(dataDir)
  const startedAt = await inTenant(orgId, async (exec) => {
    const at = await firstStart(exec, orgId, now)
    const place = { orgId, siteId, startedAtMs: at.getTime() }
    await writeClasses(exec, place)
    await writeAssets(exec, place)
    await writeIsolationPlans(exec, place)
    await writeRules(exec, place)
    await writeSources(exec, place, SOURCES)
    await touchSiteConfig(exec, orgId, siteId)
    return at
  })
  const password = known?.password ?? newDemoPassword()
  await writePeople(orgId, siteId, password, known === null)
  await writeKeys(orgId, dataDir)
  await inTenant(orgId, async (exec) => {
    await writeTeam(exec, orgId, siteId)
    await writeRoster(exec, { orgId, siteId, startedAtMs: startedAt.getTime() })
  })
  const file: DemoFile = { password, startedAt: startedAt.toISOString(), accounts: DEMO_PEOPLE.map(({ role, email, name }) => ({ role, email, name })) }
  writeDemoFile(dataDir, file)
  return file
}

const inTenant = <T>(orgId: string, work: (exec: Exec) => Promise<T>): Promise<T> => systemTx((client) => work(execOf(client)), orgId)

async function organization(): Promise<{ orgId: string; siteId: string }> {
  const found = await findOrganization(ORGANIZATION.slug).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  })
  if (!found) return createOrganization({ ...ORGANIZATION, site: SITE })
  const [site] = await inTenant(found.id, (exec) => exec.query<{ id: string }>('SELECT id FROM site WHERE org_id = $1::uuid AND code = $2', [found.id, SITE.code]))
  if (!site) throw new Error(`The organization ${ORGANIZATION.slug} is there without its site ${SITE.code}.`)
  return { orgId: found.id, siteId: site.id }
}

// All demo times relate to the first start, so it is kept with the organization.
async function firstStart(exec: Exec, orgId: string, now: Date): Promise<Date> {
  const [row] = await exec.query<{ at: string }>(
    `UPDATE organization SET settings = jsonb_set(settings, '{demoStartedAt}', coalesce(settings -> 'demoStartedAt', to_jsonb($2::text)))
      WHERE id = $1::uuid RETURNING settings ->> 'demoStartedAt' AS at`,
    [orgId, now.toISOString()],
  )
  if (!row) throw new Error('The demo organization is gone.')
  return new Date(row.at)
}

async function writeKeys(orgId: string, dataDir: string): Promise<void> {
  const actor = { type: 'system', orgId } as const
  const living = (await listApiKeys(actor)).filter((key) => key.revokedAt === null)
  for (const { secret, source, scopes } of Object.values(PLAYER_KEYS)) {
    const old = living.filter((key) => key.name === secret)
    if (old.length > 0 && existsSync(join(dataDir, 'secrets', secret))) continue
    for (const key of old) await revokeApiKey(actor, { id: key.id })
    const { key } = await createApiKey(actor, { name: secret, scopes: [...scopes], site: SITE.code, source: { name: source, demo: true } })
    await writeSecret(dataDir, secret, key)
  }
}

async function writeSecret(dataDir: string, name: string, text: string): Promise<void> {
  const folder = join(dataDir, 'secrets')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const half = join(folder, `.${name}.${process.pid}`)
  await writeFile(half, text, { mode: 0o600 })
  await rename(half, join(folder, name))
}

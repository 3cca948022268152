import { AppError } from '#server/core/kernel/errors.ts'
import { createOrganization, findOrganization } from '#server/modules/organizations/index.ts'
import { now } from '#server/platform/clock.ts'
import { closeDatabase, execOf, systemTx, type Exec } from '#server/platform/db.ts'
import { writeLargeOrders } from './large-orders.ts'
import { writeLargePlant, type LargePlace } from './large-plant.ts'
import { writeLargeReadings } from './large-readings.ts'

/** LargeSize is how much the scenario makes. */
export interface LargeSize {
  readonly assets: number
  readonly orders: number
  readonly readings: number
}

/** LARGE is the size on which lists must stay fast: 5,000 assets, 20,000 orders, 10 million readings. */
const LARGE: LargeSize = { assets: 5000, orders: 20_000, readings: 10_000_000 }
const SLUG = 'large'

const inTenant = <T>(orgId: string, work: (exec: Exec) => Promise<T>): Promise<T> => systemTx((client) => work(execOf(client)), orgId)

async function place(): Promise<LargePlace> {
  const found = await findOrganization(SLUG).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  })
  if (!found) return createOrganization({ name: 'Large works', slug: SLUG, site: { code: 'LRG', name: 'Large works', timeZone: 'Europe/Berlin' } })
  const [site] = await inTenant(found.id, (exec) => exec.query<{ id: string }>('SELECT id FROM site WHERE org_id = $1::uuid', [found.id]))
  if (!site) throw new Error('The large scenario has no site.')
  return { orgId: found.id, siteId: site.id }
}

/** seedLarge makes the large scenario by set-based SQL with a fixed seed; what is there already stays. It gives its tenant and how many readings were new. */
export async function seedLarge(size: LargeSize, nowMs: number): Promise<LargePlace & { readonly readings: number }> {
  const where = await place()
  await inTenant(where.orgId, (exec) => writeLargePlant(exec, where, size.assets))
  await inTenant(where.orgId, (exec) => writeLargeOrders(exec, where, size.orders))
  const readings = await writeLargeReadings(where.orgId, size.readings, nowMs)
  await systemTx(async (client) => void (await client.query('ANALYZE')))
  return { ...where, readings }
}

if (import.meta.main) {
  process.stdout.write(`${JSON.stringify(await seedLarge(LARGE, now().getTime()))}\n`)
  await closeDatabase()
}

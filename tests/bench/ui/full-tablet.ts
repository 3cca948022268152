import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { addPeople, inInstallation, signInAt } from '#tests/e2e/support/busy-line.ts'
import { openTablet } from '#tests/e2e/support/killed/tablet.ts'
import { expect } from '#tests/e2e/support/patient.ts'
import { makePlant } from '#tests/harness/plant.ts'
import { ORDERS, writeFullOrders } from './full-orders.ts'
import { timed } from './stopwatch.ts'

const RULE = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, forMs: 0, priority: 3, failureMode: 'OHE' } as const
const PULL_MS = 10 * 60_000

/** How much the browser keeps for the tablet, in bytes, and of how much it may. */
const storage = (page: Page): Promise<{ used: number; quota: number; persisted: boolean }> => page.evaluate(async () => {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  return { used: usage, quota, persisted: await navigator.storage.persisted() }
})

/** How long each answer of the server to a pull took, and how many bytes it had. */
function watchPulls(page: Page): { ms: number; bytes: number }[] {
  const pulls: { ms: number; bytes: number }[] = []
  page.on('requestfinished', (request) => {
    if (!request.url().endsWith('/api/tablet/pull')) return
    const ms = Math.round(request.timing().responseEnd - request.timing().requestStart)
    void request.sizes().then(({ responseBodySize }) => { pulls.push({ ms, bytes: responseBodySize }) }, () => undefined)
  })
  return pulls
}

/**
 * fullTabletBench measures a tablet with as many orders as it keeps, each with steps, parts, history and an evidence chart: fetching them, their storage, and
 * opening and searching without a network.
 */
export async function fullTabletBench(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mw-full-'))
  const profile = path.join(folder, 'browser')
  try {
    const own = await inInstallation(async () => {
      const plant = await makePlant({ machines: ORDERS, lines: 20, rules: [{ ...RULE, points: [...RULE.points] }] })
      await writeFullOrders(plant)
      return addPeople(plant)
    })
    const { context, page } = await openTablet(profile)
    await signInAt(context, own, 'technician')
    const pulls = watchPulls(page)
    await page.goto('/m')
    const before = await storage(page)
    const firstPull = await timed(async () => {
      await page.getByRole('button', { name: 'Fetch my work' }).click()
      await expect(page.getByRole('heading', { name: 'Work on this tablet' })).toHaveCount(0, { timeout: PULL_MS })
    })
    const first = [...pulls]
    await page.goto('/m/settings')
    await expect(page.getByText('It opens without a network.')).toBeVisible({ timeout: 60_000 })
    await expect.poll(() => pulls.length).toBeGreaterThan(first.length)
    const again = pulls.at(-1)
    const after = await storage(page)
    await context.close()
    return {
      orders: ORDERS, firstPullMs: firstPull, pages: first.length, bytes: first.reduce((sum, one) => sum + one.bytes, 0), slowestPageMs: Math.max(...first.map((one) => one.ms)),
      nothingNew: again, storedBytes: after.used - before.used, quotaBytes: after.quota, persisted: after.persisted, offline: await offline(profile),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Opens the home screen, an order and the list, and searches in it, without a network. */
async function offline(profile: string): Promise<Record<string, number>> {
  const { context, page } = await openTablet(profile)
  await context.setOffline(true)
  const home = await timed(async () => {
    await page.goto('/m')
    await expect(page.getByRole('link', { name: 'All orders on this tablet' }).first()).toBeVisible()
  })
  const order = await timed(async () => {
    await page.goto('/m/o/WO-000250')
    await expect(page.getByText('Step 1 of order 250')).toBeVisible()
  })
  const list = await timed(async () => {
    await page.goto('/m/orders')
    await expect(page.getByText(`${ORDERS} orders`)).toBeVisible()
  })
  const search = await timed(async () => {
    await page.getByRole('searchbox').fill('WO-000321')
    await expect(page.getByText('1 order', { exact: true })).toBeVisible()
  })
  await context.close()
  return { homeMs: home, orderMs: order, listMs: list, searchMs: search }
}

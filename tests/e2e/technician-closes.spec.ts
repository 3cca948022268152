import type { Page } from '@playwright/test'
import { demo, expect, signIn, test } from './fixtures.ts'
import { ask } from './support/api.ts'
import { seeEvidence } from './support/chart.ts'
import { openOrder, ordersOf } from './support/orders.ts'
import { closeInThreeTaps } from './support/taps.ts'

const FAN = 'CT-301'
const HEALED_MS = 180_000

async function signInByPage(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('region', { name: 'This is a demo plant' }).getByRole('button', { name: 'Technician' }).click()
  await page.getByLabel('Password').fill(demo().password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /needs? you/ })).toBeVisible()
}

test.use({ hasTouch: true })

test('a technician reads the order that vibration raised, closes it in three taps with a verdict, and the fan runs quietly again', async ({ page, browser }) => {
  test.setTimeout(600_000)
  await signInByPage(page)
  const order = await openOrder(page, FAN)
  const before = await ordersOf(page, FAN)

  await page.goto('/work-orders')
  await page.getByRole('list', { name: 'Work orders' }).getByRole('link', { name: FAN }).click()
  await expect(page).toHaveURL(new RegExp(order.number))
  await expect(page.getByRole('heading', { level: 1, name: /Vibration.*above its limit/ })).toBeVisible()
  await seeEvidence(page, (value, limit) => value > limit)

  // The first order of its kind: blades and cleaning are what is usual when a fan shakes.
  await closeInThreeTaps(page)

  const outcome = page.getByRole('region', { name: 'What was found and done' })
  for (const words of ['Confirmed', 'Blade set', 'Cleaned', 'Caught in time']) await expect(outcome.getByText(words)).toBeVisible()
  const history = page.getByRole('list', { name: 'History' }).getByRole('listitem')
  await expect(history.filter({ hasText: 'Closed by' })).toContainText('Confirmed')
  await expect(history.filter({ hasText: 'started the work' })).toHaveCount(1)
  await expect(history.filter({ hasText: 'Opened by Millwright' })).toHaveCount(1)

  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, 'admin')
  const technician = demo().accounts.find(({ role }) => role === 'technician')
  const { items } = await ask<{ items: readonly { action: string; actor: { name: string } | null; after: Record<string, unknown> | null }[] }>(
    admin, 'audit.list', { entity: 'work-order', entityId: order.id })
  const rows = Object.fromEntries(items.map((row) => [row.action, row]))
  expect(Object.keys(rows)).toEqual(expect.arrayContaining(['work-order.created', 'work-order.started', 'work-order.closed']))
  expect(rows['work-order.closed']).toMatchObject({ actor: { name: technician?.name }, after: { status: 'closed', verdict: 'confirmed' } })
  await admin.context().close()

  await page.goto(`/assets/${order.assetId}`)
  await expect.poll(async () => {
    const { asset, incidents } = await ask<{ asset: { status: string }; incidents: readonly { state: string }[] }>(page, 'assets.get', { id: order.assetId })
    return { status: asset.status, open: incidents.filter(({ state }) => state === 'open').length }
  }, { message: 'the repaired fan is healthy', timeout: HEALED_MS, intervals: [2_000] }).toEqual({ status: 'operating', open: 0 })
  await expect(page.getByRole('main').getByText('Operating').first()).toBeVisible()
  expect((await ordersOf(page, FAN)).map(({ number }) => number), 'no further order for the same fault').toEqual(before.map(({ number }) => number))
})

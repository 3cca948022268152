import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ask } from './support/api.ts'
import { busyLine, signInAt, type BusyLine } from './support/busy-line.ts'

test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true })

interface Listed { readonly id: string; readonly number: string; readonly status: string; readonly assetTag?: string }

/** brokenMachine lets the first machine of the line get hot and gives the order that the rule raises. */
async function brokenMachine(page: Page, line: BusyLine): Promise<Listed> {
  let found: Listed | undefined
  await expect(async () => {
    await line.send({ 0: 95 })
    const { items } = await ask<{ items: readonly Listed[] }>(page, 'workOrders.list', {})
    found = items.find((item) => item.status === 'approved')
    expect(found).toBeDefined()
  }).toPass({ timeout: 45_000 })
  if (!found) throw new Error('no order')
  return found
}

const setUp = async (page: Page): Promise<void> => {
  await page.goto('/m')
  await page.getByLabel('Name of this tablet').fill('Tablet 3')
  await page.getByRole('button', { name: 'Fetch my work' }).tap()
}

test('a condition order is closed in airplane mode with three taps and nothing typed, and stands closed once on the server when the network is back', async ({ page, context }) => {
  test.setTimeout(150_000)
  const line = await busyLine()
  await signInAt(page, line, 'technician')
  const { id, number } = await brokenMachine(page, line)
  await setUp(page)
  await expect(page.getByText(number).first()).toBeVisible()
  // The worker keeps the app from here on.
  await page.goto('/m/settings')
  await expect(page.getByText('It opens without a network.')).toBeVisible()

  await context.setOffline(true)
  await page.goto(`/m/o/${number}`)
  await expect(page.getByText('No network')).toBeVisible()
  await page.getByRole('button', { name: 'Start' }).tap()
  await page.getByRole('radio', { name: 'Confirmed', exact: true }).tap()
  await page.getByRole('button', { name: 'Close the order' }).tap()
  await expect(page.getByText(`${number} is closed.`)).toBeVisible()
  await expect(page.getByText('2 waiting')).toBeVisible()

  // A closed browser loses nothing: the page begins anew, still without a network.
  await page.goto('/m/outbox')
  await expect(page.getByText('Order closed: M-0')).toBeVisible()
  await expect(page.getByText('Work started: M-0')).toBeVisible()

  await context.setOffline(false)
  await expect(async () => {
    const { order, history } = await ask<{ order: { status: string; verdict: string }; history: readonly { type: string }[] }>(page, 'workOrders.get', { id })
    expect(order).toMatchObject({ status: 'closed', verdict: 'confirmed' })
    expect(history.filter((event) => event.type === 'closed' || event.type === 'started').map((event) => event.type)).toEqual(['started', 'closed'])
  }).toPass({ timeout: 60_000 })
  await expect(page.getByText('nothing waits')).toBeVisible()
  await expect(page.getByText('taken in').first()).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Sent today' })).toBeVisible()
})

test('completing can be taken back for ten seconds', async ({ page, context }) => {
  test.setTimeout(120_000)
  const line = await busyLine()
  await signInAt(page, line, 'technician')
  const { number } = await brokenMachine(page, line)
  await setUp(page)
  await expect(page.getByText(number).first()).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Start' }).tap()
  await page.getByRole('link', { name: 'Go on' }).tap()
  await page.getByRole('radio', { name: 'Nothing found' }).tap()
  await page.getByRole('button', { name: 'Close the order' }).tap()
  await page.getByRole('button', { name: 'Undo' }).tap()
  await expect(page.getByText('Taken back.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go on' })).toBeVisible()
})

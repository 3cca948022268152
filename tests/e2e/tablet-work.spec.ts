import type { Page } from '@playwright/test'
import { withTenant } from '#server/platform/db.ts'
import { expect, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { busyLine, inInstallation, signInAt, type BusyLine } from './support/busy-line.ts'
import { axeFaults, overflowFaults, seeWhole, watchConsole } from './support/faults.ts'
import { photo, plannedOrder } from './support/planned-order.ts'

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

test('without a network: completing is taken back within ten seconds, and an emergency begins with two taps under a number of the tablet\'s own', async ({ page, context }) => {
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

  await page.goto('/m/scan')
  await page.getByLabel('Code on the label').fill('m-3')
  await page.getByRole('link', { name: /^M-3/ }).tap()
  await expect(page.getByText('Nothing is reported here.')).toBeVisible()
  await page.getByRole('button', { name: 'I’m on it' }).tap()
  await expect(page.getByRole('heading', { name: 'Emergency work' })).toBeVisible()
  const provisional = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  expect(provisional).toMatch(/^T-[0-9A-F]{6}-1$/)
  await page.getByLabel('What the next person should know').fill('Hose burst')
  await page.getByRole('button', { name: 'Keep the comment' }).tap()
  await context.setOffline(false)
  await expect(page.getByText('nothing waits')).toBeVisible({ timeout: 60_000 })
  const made = await ask<{ order: { number: string; status: string; breakIn: boolean }; history: readonly { type: string }[] }>(page, 'workOrders.get', { id: provisional })
  expect(made.order).toMatchObject({ status: 'in_progress', breakIn: true })
  expect(made.history.filter((event) => event.type === 'commented')).toHaveLength(1)
  // The address it began under still leads to it, by the number that it has now.
  await expect(page.getByText(made.order.number).first()).toBeVisible()
})

test('a whole order without a network: five answers, three photos, two parts, a comment and its closing arrive once, with every photo whole', async ({ page, context }) => {
  test.setTimeout(180_000)
  const line = await busyLine()
  await signInAt(page, line, 'supervisor')
  const { id, number } = await plannedOrder(page, line.plant)
  await signInAt(page, line, 'technician')
  await setUp(page)
  await expect(page.getByText(number).first()).toBeVisible()
  await page.goto('/m/settings')
  await expect(page.getByText('It opens without a network.')).toBeVisible()
  await context.setOffline(true)
  await page.goto(`/m/o/${number}`)
  await page.getByRole('button', { name: 'Start' }).tap()

  await page.getByRole('button', { name: 'All 2 others are OK' }).tap()
  await page.getByLabel(/^Value \(bar\)/).fill('4.6')
  await page.getByRole('button', { name: 'Keep', exact: true }).tap()
  await expect(page.getByText('outside its limits')).toBeVisible()
  await page.getByRole('radio', { name: 'even' }).tap()
  await page.getByLabel('Take a photo').first().setInputFiles(await photo(10))
  await expect(page.getByText('Steps, 5 of 5')).toBeVisible()
  for (const shade of [100, 200]) {
    await page.getByLabel('Take a photo').last().setInputFiles(await photo(shade))
    await expect(page.getByText('Photo kept on this tablet.')).toBeVisible()
    await page.getByRole('button', { name: 'Close', exact: true }).tap()
  }
  await page.getByRole('button', { name: 'Used: V-belt, 2' }).tap()
  await page.getByRole('button', { name: 'Used: Grease, 0.2' }).tap()
  await page.getByLabel('What the next person should know').fill('Belt is nearly worn')
  await page.getByRole('button', { name: 'Keep the comment' }).tap()
  await page.getByRole('button', { name: /^(Close the order|Complete the work)$/ }).tap()
  await expect(page.getByText(/^11 waiting/)).toBeVisible()
  const kept = await page.evaluate(() => new Promise<string[]>((resolve, reject) => {
    const open = indexedDB.open('millwright-tablet')
    open.onerror = () => { reject(new Error('no store')) }
    open.onsuccess = () => {
      const all = open.result.transaction('blobs').objectStore('blobs').getAll()
      all.onsuccess = () => { resolve((all.result as { sha256: string }[]).map((one) => one.sha256)) }
    }
  }))
  expect(kept).toHaveLength(3)

  await context.setOffline(false)
  await expect(page.getByText('nothing waits')).toBeVisible({ timeout: 90_000 })
  const view = await ask<{
    order: { status: string }; tasks: { answer: { value: unknown; failed: boolean } | null }[]; parts: { name: string; quantity: string }[]; history: { type: string }[]
  }>(page, 'workOrders.get', { id })
  expect(['completed', 'closed']).toContain(view.order.status)
  expect(view.tasks.map(({ answer }) => [answer?.value, answer?.failed])).toEqual([[true, false], [true, false], [4.6, true], ['even', false], [1, false]])
  expect(view.parts.map(({ name, quantity }) => [name, quantity])).toEqual([['V-belt', '2'], ['Grease', '0.2']])
  const count = (type: string): number => view.history.filter((event) => event.type === type).length
  expect([count('started'), count('commented'), count('attached'), count('closed') + count('completed')]).toEqual([1, 1, 2, 1])
  const { orgId } = line.plant
  const rows = await inInstallation(() => withTenant(orgId, (tx) => tx.db.attachment.findMany({ where: { orgId }, select: { sha256: true } })))
  expect(rows.map((row) => row.sha256).toSorted()).toEqual(kept.toSorted())
})

const LOOKS = [
  { theme: 'light', width: 820, height: 1180 }, { theme: 'dark', width: 820, height: 1180 }, { theme: 'sun', width: 820, height: 1180 },
  { theme: 'light', width: 390, height: 844 }, { theme: 'dark', width: 1440, height: 900 },
] as const

test('the screens of work are accessible in every theme, fit every width and complain of nothing', async ({ page, context }) => {
  test.setTimeout(240_000)
  const complaints = watchConsole(page)
  const line = await busyLine()
  await signInAt(page, line, 'supervisor')
  const planned = await plannedOrder(page, line.plant)
  await signInAt(page, line, 'technician')
  const { id, number } = await brokenMachine(page, line)
  await setUp(page)
  await expect(page.getByText(planned.number).first()).toBeVisible()
  await tell(page, 'workOrders.start', { id, opId: crypto.randomUUID(), version: 1 })
  await expect(page.getByRole('link', { name: 'Go on' })).toBeVisible({ timeout: 45_000 })
  const faults: string[] = []
  for (const { theme, width, height } of LOOKS) {
    await context.addCookies([{ name: 'mw-theme', value: theme, url: process.env.MW_E2E_URL ?? '' }])
    for (const path of ['/m', '/m/orders', `/m/o/${number}`, `/m/o/${planned.number}`, `/m/o/${number}/hold`, '/m/outbox', '/m/scan', '/m/a/M-3', '/m/people']) {
      await page.setViewportSize({ width, height })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await seeWhole(page)
      faults.push(...await axeFaults(page, `${path} ${theme} ${width}`), ...await overflowFaults(page, `${path} ${width}`))
    }
  }
  expect([...faults, ...complaints]).toEqual([])
})

const typePin = async (page: Page, pin: string): Promise<void> => {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap()
  await page.getByRole('button', { name: 'OK', exact: true }).tap()
}

const givePin = async (page: Page, pin: string): Promise<void> => {
  await page.goto('/m/people')
  await page.getByRole('button', { name: 'Set a PIN' }).tap()
  await typePin(page, pin)
  await expect(page.getByText('PIN kept on this tablet.')).toBeVisible()
}

test('two people share a tablet: they switch by PIN without a network, and each one\'s work arrives under his own name', async ({ page, context }) => {
  test.setTimeout(150_000)
  const line = await busyLine()
  await signInAt(page, line, 'supervisor')
  const { id, number } = await plannedOrder(page, line.plant)
  await setUp(page)
  await expect(page.getByText(number).first()).toBeVisible()
  await givePin(page, '1111')
  await signInAt(page, line, 'technician')
  await page.getByRole('button', { name: /Let this person work on this tablet/ }).tap()
  await expect(page.getByRole('heading', { name: 'technician of the line' })).toBeVisible()
  await givePin(page, '2222')

  await context.setOffline(true)
  const say = async (words: string): Promise<void> => {
    await page.goto(`/m/o/${number}`)
    await page.getByLabel('What the next person should know').fill(words)
    await page.getByRole('button', { name: 'Keep the comment' }).tap()
    await expect(page.getByText(words)).toBeVisible()
  }
  await say('Said by the technician')
  await page.goto('/m/people')
  await page.getByRole('button', { name: 'Switch person' }).tap()
  await page.getByRole('button', { name: 'supervisor of the line' }).tap()
  await typePin(page, '2222')
  await expect(page.getByText('This is not the PIN.')).toBeVisible()
  await typePin(page, '1111')
  await expect(page.getByRole('heading', { name: 'Who works now?' })).toHaveCount(0)
  await say('Said by the supervisor')
  await context.setOffline(false)
  await expect(page.getByText('nothing waits')).toBeVisible({ timeout: 60_000 })
  const { history } = await ask<{ history: readonly { type: string; actor: { name: string } | null; data: { text?: string } }[] }>(page, 'workOrders.get', { id })
  expect(history.filter((event) => event.type === 'commented').map((event) => [event.actor?.name, event.data.text])).toEqual([
    ['technician of the line', 'Said by the technician'], ['supervisor of the line', 'Said by the supervisor'],
  ])
})

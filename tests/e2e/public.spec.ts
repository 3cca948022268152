import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { addPeople, inInstallation, signInAt } from './support/busy-line.ts'
import { axeFaults, overflowFaults } from './support/faults.ts'
import { makePlant } from '#tests/harness/plant.ts'

// A private phone on which nothing but pages works.
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled: false, locale: 'de-DE' }
// Nothing in the style of these pages asks for both width and theme, so each is looked at once.
const LOOKS = [{ width: 390, height: 844, colorScheme: 'light' }, { width: 820, height: 1180, colorScheme: 'dark' }, { width: 1440, height: 900, colorScheme: 'light' }] as const

const onPhone = async (browser: Browser): Promise<Page> => (await browser.newContext({ ...PHONE, baseURL: process.env.MW_E2E_URL ?? '' })).newPage()

/** The same page for everybody, at each width and in both themes. */
async function faultsOf(browser: Browser, address: string): Promise<string[]> {
  const context = await browser.newContext({ baseURL: process.env.MW_E2E_URL ?? '', locale: 'en-GB' })
  const page = await context.newPage()
  const found: string[] = []
  for (const { colorScheme, ...size } of LOOKS) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    await page.goto(address)
    found.push(...(await axeFaults(page, `${address.slice(0, 4)} ${colorScheme} ${size.width}`)), ...(await overflowFaults(page, address)))
  }
  await context.close()
  return found
}

const referrersOf = async (page: Page, address: string): Promise<string[]> =>
  (await page.request.get(address)).headersArray().filter(({ name }) => name.toLowerCase() === 'referrer-policy').map(({ value }) => value)

test('a poster leads a phone without an account to a request, which is approved and followed; a contractor sees his order and no other, until his link is withdrawn', async ({ page, browser }) => {
  const line = await inInstallation(async () => addPeople(await makePlant({ machines: 2, lines: 1, codes: ['temp'], rules: [] }), ['admin', 'supervisor']))
  await signInAt(page, line, 'admin')
  await page.goto('/admin')
  const doors = page.getByRole('region', { name: 'Requests without an account' })
  await doors.getByText(/^Take requests without an account/).click()
  await doors.getByLabel('What somebody in danger reads at once').fill('Gather at gate 2')
  await doors.getByLabel('Emergency number').fill('112')
  await doors.getByRole('button', { name: /^Save/ }).click()
  const link = doors.getByRole('link', { name: /^Open the form/ })
  await expect(link).toBeVisible()
  const form = (await link.getAttribute('href')) ?? ''
  const [site] = await ask<readonly { doors: readonly { id: string }[] }[]>(page, 'requests.doors')
  const poster = await page.request.get(`/api/posters/${site?.doors[0]?.id ?? ''}`)
  expect([poster.status(), await poster.text()]).toEqual([200, expect.stringContaining(form)])
  expect(await faultsOf(browser, form)).toEqual([])

  const phone = await onPhone(browser)
  await phone.goto(form)
  await expect(phone.getByRole('heading', { name: 'Problem melden' })).toBeVisible()
  await expect(phone.getByText('Gather at gate 2')).toBeHidden()
  await phone.getByText('Ja', { exact: true }).last().tap()
  await expect(phone.getByText('Gather at gate 2')).toBeVisible()
  await phone.getByText('Nein', { exact: true }).last().tap()
  await phone.getByText('Ja', { exact: true }).first().tap()
  await phone.getByLabel('Was stimmt nicht?').fill('Öl unter der Pumpe')
  await phone.getByLabel('Ihr Name').fill('Schicht B')
  const noise = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#765' } }).jpeg().toBuffer()
  await phone.getByLabel('Foto').setInputFiles({ name: 'pumpe.jpg', mimeType: 'image/jpeg', buffer: noise })
  await phone.getByRole('button', { name: 'Meldung senden' }).tap()
  await expect(phone).toHaveURL(/\/s\//)
  await expect(phone.getByText('Eingegangen')).toBeVisible()
  const status = phone.url()
  expect(await referrersOf(phone, status)).toEqual(['no-referrer'])
  expect(await faultsOf(browser, status)).toEqual([])

  const desk = await (await browser.newContext({ baseURL: process.env.MW_E2E_URL ?? '' })).newPage()
  await signInAt(desk, line, 'supervisor')
  await desk.goto('/work-orders')
  const row = desk.getByRole('listitem').filter({ hasText: 'Öl unter der Pumpe' })
  await expect(row.getByText('Reported by Schicht B · machine stopped')).toBeVisible()
  await row.getByRole('link').click()
  const reports = desk.getByRole('region', { name: 'Reported without an account' })
  await expect(reports.getByText('Öl unter der Pumpe')).toBeVisible()
  await expect(desk.getByRole('button', { name: /pumpe\.jpg/ })).toBeVisible()
  await desk.getByRole('button', { name: 'Approve' }).click()
  await expect(desk.getByRole('button', { name: 'Approve' })).toBeHidden()
  await phone.getByRole('link', { name: 'Noch einmal nachsehen' }).tap()
  await expect(phone.getByText('Wird angesehen')).toBeVisible()

  const links = desk.getByRole('region', { name: 'Contractor links' })
  await links.getByRole('button', { name: 'Make a link' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Who gets it').fill('A. Weber, Weber Hydraulik')
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const secret = new URL(await dialog.getByLabel('Link', { exact: true }).inputValue()).pathname
  await dialog.getByRole('button', { name: 'Done' }).click()
  expect(await faultsOf(browser, secret)).toEqual([])

  const contractor = await onPhone(browser)
  await contractor.goto(secret)
  // Its form tells this server its origin, and no other.
  expect(await referrersOf(contractor, secret)).toEqual(['same-origin'])
  await expect(contractor.getByRole('heading', { name: 'Öl unter der Pumpe' })).toBeVisible()
  const picture = contractor.getByRole('link', { name: 'pumpe.jpg' })
  const file = (await picture.getAttribute('href')) ?? ''
  expect((await contractor.request.get(file)).status()).toBe(200)
  await expect.poll(() => picture.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await contractor.getByLabel('Was Sie gefunden oder getan haben').fill('Dichtung getauscht')
  await contractor.getByLabel('Fotos und Dateien').setInputFiles({ name: 'neu.jpg', mimeType: 'image/jpeg', buffer: noise })
  await contractor.getByLabel(/Die Arbeit ist von meiner Seite getan/).check()
  await contractor.getByRole('button', { name: 'Senden' }).tap()
  await expect(contractor.getByText('Danke. Es steht beim Auftrag.')).toBeVisible()
  await expect(contractor.getByText('Dichtung getauscht')).toBeVisible()
  await expect(desk.getByText('A. Weber, Weber Hydraulik').first()).toBeVisible()
  await expect(desk.getByRole('button', { name: /neu\.jpg/ })).toBeVisible()

  // Another order of the plant has a link of its own; this one's files are not behind it.
  const other = await tell<{ id: string }>(desk, 'workOrders.create', { source: 'manual', assetId: line.plant.assetIds[1], title: 'Something else', idempotencyKey: crypto.randomUUID() })
  const second = await tell<{ path: string }>(desk, 'contractors.create', { orderId: other.id, name: 'Another firm' })
  expect((await contractor.request.get(`${second.path}/files/${file.split('/').at(-1) ?? ''}`)).status()).toBe(404)

  await links.getByRole('button', { name: /^Withdraw/ }).click()
  await expect(links.getByText('Withdrawn')).toBeVisible()
  expect((await contractor.goto(secret))?.status()).toBe(404)
  expect((await contractor.request.get(file)).status()).toBe(404)
})

import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { ensureLocal, localFiles } from '#server/platform/tls/local.ts'
import { expect, test } from './fixtures.ts'
import { watchConsole } from './support/faults.ts'
import { PLANT, plantBrowser } from './support/tablet.ts'
import { startWeb } from './support/web-process.ts'

let folder: string
test.beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'mw-tablet-')) })
test.afterEach(() => { rmSync(folder, { recursive: true, force: true }) })
const profile = (): string => path.join(folder, 'browser')

/** Visits the settings once and waits until everything is kept. */
async function visit(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${origin}/m/settings`)
  await expect(page.getByText('It opens without a network.')).toBeVisible()
}

async function opensCold(context: BrowserContext, origin: string): Promise<void> {
  await context.setOffline(true)
  const page = await context.newPage()
  await page.goto(`${origin}/m/o/WO-000431`)
  await expect(page.getByRole('heading', { name: 'Work on this tablet' })).toBeVisible()
  await expect(page.getByText('No network')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main actions' })).toBeVisible()
  // Screens and languages that were never opened are there, too.
  await page.goto(`${origin}/m/install`)
  await expect(page.getByRole('heading', { name: 'Install the app' })).toBeVisible()
  await page.goto(`${origin}/m/settings`)
  await page.getByText('Deutsch').click()
  await expect(page.getByRole('heading', { name: 'Einstellungen dieses Tablets' })).toBeVisible()
  await page.getByText('Sonnenlicht').click()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Einstellungen dieses Tablets' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sun')
}

test('the tablet opens cold without a network and without a server, on an address it never visited', async () => {
  const web = await startWeb()
  const origin = `http://127.0.0.1:${web.port}`
  const first = await plantBrowser(profile())
  await visit(first, origin)
  await first.close()
  await web.stop()
  const again = await plantBrowser(profile())
  await opensCold(again, origin)
  await again.close()
})

test('a tablet in the plant is led to the certificate, then opens over HTTPS, then without a network', async () => {
  const { files } = await ensureLocal(folder, [PLANT], { hostname: 'press-shop', interfaces: {} }, new Date())
  const server = new X509Certificate(readFileSync(files.cert))
  const spki = createHash('sha256').update(server.publicKey.export({ type: 'spki', format: 'der' })).digest('base64')
  const web = await startWeb({ TLS: 'local', TLS_CERT: files.cert, TLS_KEY: files.key, DATA_DIR: folder })
  const origin = `https://${PLANT}:${web.port}`
  const first = await plantBrowser(profile(), { spki })
  const page = await first.newPage()

  // The address without "https" tells how to trust the certificate, and hands it out.
  await page.goto(`http://${PLANT}:${web.port}/m`)
  await expect(page.getByRole('heading', { name: "Trust this plant's Millwright" })).toBeVisible()
  const authority = new X509Certificate(readFileSync(localFiles(folder).authority))
  await expect(page.getByText(authority.fingerprint256)).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Certificate (Android, Windows, Linux)' }).click()])
  expect(readFileSync(await download.path()).equals(authority.raw)).toBe(true)

  await page.getByRole('link', { name: 'Open Millwright over HTTPS' }).click()
  await expect(page).toHaveURL(`${origin}/m`)
  await expect(page.getByRole('navigation', { name: 'Main actions' })).toBeVisible()
  await expect(page.getByText('This address is not protected')).toHaveCount(0)
  await visit(first, origin)
  await first.close()
  await web.stop()
  const again = await plantBrowser(profile(), { spki })
  await opensCold(again, origin)
  await again.close()
})

test('over plain HTTP from another machine the tablet says what does not work, and works otherwise', async () => {
  const web = await startWeb({ DATA_DIR: folder })
  const context = await plantBrowser(profile())
  const page = await context.newPage()
  const complaints = watchConsole(page)
  await page.goto(`http://${PLANT}:${web.port}/m/settings`)
  await expect(page.getByRole('region', { name: 'This address is not protected, so some things do not work here.' })).toContainText('the camera and notifications need HTTPS')
  await expect(page.getByText('It does not open without a network, because this address is not protected.')).toBeVisible()
  await expect(page.getByText('This browser does not say whether it keeps what is saved here.')).toBeVisible()
  await page.getByLabel(/Shown in the list of tablets/).fill('Tablet 3')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByText('Saved on this tablet.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(/Shown in the list of tablets/)).toHaveValue('Tablet 3')
  // A policy that only protected pages may set is named in the console, and changes nothing.
  expect(complaints.filter((line) => !line.includes('Cross-Origin-Opener-Policy'))).toEqual([])
  await page.goto(`http://${PLANT}:${web.port}/m/nowhere`)
  await expect(page.getByText('Not protected: no camera, no notifications, no start without a network.')).toBeVisible()
  await page.getByRole('link', { name: 'Set up HTTPS on this tablet' }).click()
  await expect(page.getByText('TLS=local HOST=0.0.0.0 npm start')).toBeVisible()
  await context.close()
  await web.stop()
})

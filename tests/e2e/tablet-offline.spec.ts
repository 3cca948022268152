import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '#tests/harness/chromium.ts'
import { expect, test } from './fixtures.ts'
import { startWeb } from './support/web-process.ts'

let profile: string
test.beforeEach(() => { profile = mkdtempSync(path.join(tmpdir(), 'mw-tablet-')) })
test.afterEach(() => { rmSync(profile, { recursive: true, force: true }) })

const browser = (args: readonly string[] = []): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, ...args], locale: 'en-GB', viewport: { width: 820, height: 1180 } })

test('the tablet opens cold without a network and without a server, on an address it never visited', async () => {
  const web = await startWeb()
  const origin = `http://127.0.0.1:${web.port}`
  const first = await browser()
  const page = await first.newPage()
  await page.goto(`${origin}/m/settings`)
  await expect(page.getByText('It opens without a network.')).toBeVisible()
  await first.close()
  await web.stop()

  const again = await browser()
  await again.setOffline(true)
  const cold = await again.newPage()
  await cold.goto(`${origin}/m/o/WO-000431`)
  await expect(cold.getByRole('heading', { name: 'Order WO-000431' })).toBeVisible()
  await expect(cold.getByText('No network')).toBeVisible()
  // Screens and languages that were never opened are there, too.
  await cold.getByRole('link', { name: 'Install', exact: true }).click()
  await expect(cold.getByRole('heading', { name: 'Install the app' })).toBeVisible()
  await cold.goto(`${origin}/m/settings`)
  await cold.getByText('Deutsch').click()
  await expect(cold.getByRole('heading', { name: 'Einstellungen dieses Tablets' })).toBeVisible()
  await cold.reload()
  await expect(cold.getByRole('heading', { name: 'Einstellungen dieses Tablets' })).toBeVisible()
  await again.close()
})

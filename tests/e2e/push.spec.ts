import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { browserKeys } from '#tests/harness/browser-keys.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '#tests/harness/chromium.ts'
import { testReceiver, type Receiver } from '#tests/harness/receiver.ts'
import { expect, test } from './fixtures.ts'
import { tell } from './support/api.ts'
import { busyLine, signInAt } from './support/busy-line.ts'

const origin = (): string => process.env.MW_E2E_URL ?? ''
let profile: string
let context: BrowserContext
let receiver: Receiver

// Only a profile that is kept may subscribe: what a test browser has otherwise is as private as an incognito window.
test.beforeAll(async () => {
  profile = mkdtempSync(path.join(tmpdir(), 'mw-push-'))
  receiver = await testReceiver()
  context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath(), args: CHROMIUM_FLAGS, baseURL: origin(), locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  await context.grantPermissions(['notifications'], { origin: origin() })
})
test.afterAll(async () => {
  await context.close()
  await receiver.close()
  rmSync(profile, { recursive: true, force: true })
})

test('a browser is told, or says why not; what the server sends is shown by its service worker', async () => {
  const line = await busyLine()
  const page = await context.newPage()
  await signInAt(page, line, 'technician')
  await page.goto('/notifications')
  const browsers = page.getByRole('region', { name: 'Browsers' })
  await browsers.getByRole('button', { name: 'Tell me in this browser' }).click()
  // Without a way to the push service of the browser's maker the page says so in words.
  await expect(browsers.getByText(/did not reach the push service of its maker/).or(browsers.getByRole('button', { name: 'Not in this browser any more' }))).toBeVisible({ timeout: 30_000 })

  // The way from the server to the push service: a receiver stands for the latter, with a browser's keys.
  const keys = browserKeys()
  await tell(page, 'notify.addBrowser', { address: `${receiver.url}/push`, key: keys.key, auth: keys.auth, label: 'A browser' })
  await page.reload()
  await page.getByRole('button', { name: 'Send me a test' }).click()
  await expect.poll(() => receiver.received.length, { message: 'the push message arrives' }).toBe(1)
  await expect(browsers.getByRole('listitem').filter({ hasText: 'A browser' })).toContainText('reached')
  const message = keys.read(receiver.received[0]!) as { title: string; body: string; url: string }

  // And from the push service on: the browser hands it to the service worker, which shows it.
  const devtools = await context.newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin()) && !isDeleted)
      if (own) resolve(own.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  const registrationId = await registered
  const shown = (): Promise<readonly { title: string; body: string; url: unknown }[]> => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/')
    return (await registration?.getNotifications() ?? []).map(({ title, body, data }) => ({ title, body, url: (data as { url?: unknown }).url }))
  })
  // At least once, as a push service does: its tag makes a repetition take the place of the first.
  await expect.poll(async () => {
    await devtools.send('ServiceWorker.deliverPushMessage', { origin: origin(), registrationId, data: JSON.stringify(message) })
    return shown()
  }).toEqual([{ title: message.title, body: message.body, url: message.url }])
  expect(message.title).not.toBe('')
})

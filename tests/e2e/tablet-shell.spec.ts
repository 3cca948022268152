import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { tabletFiles } from '#app/m/worker/files.ts'
import { expect, test } from './fixtures.ts'
import { axeFaults, overflowFaults, watchConsole } from './support/faults.ts'
import { twoVersions } from './support/two-versions.ts'
import { startWeb, type WebProcess } from './support/web-process.ts'

const SCREENS = ['/m', '/m/o/WO-000431', '/m/settings', '/m/install', '/m/nowhere']
const THEMES = ['light', 'dark', 'sun']
const LARGEST = { text: 'larger', glove: true, device: '' }
const FIRST_LOAD_LIMIT = 250_000

let web: WebProcess
let origin: string
test.beforeAll(async () => {
  web = await startWeb()
  origin = `http://127.0.0.1:${web.port}`
})
test.afterAll(async () => { await web.stop() })

async function open(page: Page, screen: string): Promise<void> {
  await page.goto(`${origin}${screen}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.fonts.status === 'loaded' && document.querySelector('[aria-busy=true]') === null)
}

for (const theme of THEMES) {
  test(`the tablet's screens are accessible and fit in the theme ${theme}, also with large words, large buttons and from right to left @widths`, async ({ page }, { project }) => {
    const complaints = watchConsole(page)
    await page.context().addCookies([{ name: 'mw-theme', value: theme, url: origin }, { name: 'mw-locale', value: project.name === 'desk' ? 'en' : 'de', url: origin }])
    const found: string[] = []
    for (const screen of SCREENS) {
      await open(page, screen)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      found.push(...(await axeFaults(page, `${screen} ${theme}`)), ...(await overflowFaults(page, screen)))
      await page.evaluate(() => { document.documentElement.dir = 'rtl' })
      found.push(...(await overflowFaults(page, `${screen} right to left`)))
    }
    await page.evaluate((prefs) => { localStorage.setItem('mw-tablet', JSON.stringify(prefs)) }, LARGEST)
    for (const screen of SCREENS) {
      await open(page, screen)
      found.push(...(await axeFaults(page, `${screen} ${theme} large`)), ...(await overflowFaults(page, `${screen} large`)))
    }
    const actions = page.getByRole('navigation', { name: project.name === 'desk' ? 'Main actions' : 'Hauptaktionen' }).getByRole('link')
    for (const action of await actions.all()) expect((await action.boundingBox())?.height).toBeGreaterThanOrEqual(96)
    expect([...found, ...complaints]).toEqual([])
  })
}

test('the first load is small, and the worker keeps what the tablet needs and nothing of the desk', async ({ page }) => {
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (response.url().endsWith('.js') && !response.url().includes('/m/worker/')) scripts.set(response.url(), response.body())
  })
  await open(page, '/m')
  const sizes = await Promise.all([...scripts.values()].map(async (body) => gzipSync(await body).length))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`first-load JavaScript of /m: ${(total / 1000).toFixed(1)} kB gzipped in ${sizes.length} files, of ${FIRST_LOAD_LIMIT / 1000} kB`)
  expect(sizes.length).toBeGreaterThan(0)
  expect(total).toBeLessThanOrEqual(FIRST_LOAD_LIMIT)

  const files = tabletFiles(path.resolve(import.meta.dirname, '../..'))
  const worker = await (await page.request.get(`${origin}/m/worker/sw.js`)).text()
  const kept = [...worker.matchAll(/\/_next\/(static\/[\w~./-]+)/g)].map((match) => match[1] ?? '')
  expect(kept.toSorted()).toEqual(files.all.toSorted())
  const loaded = [...scripts.keys()].map((url) => new URL(url).pathname.slice('/_next/'.length))
  expect(loaded.filter((file) => !kept.includes(file))).toEqual([])
  // Far less than the build: the desk's scripts are not among them.
  expect(files.all.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(files.firstScripts.length)
})

test('a new version is fetched beside the running one and takes over when a person agrees', async ({ page }) => {
  const server = await twoVersions(web.port)
  await page.goto(`${server.origin}/m/settings`)
  await expect(page.getByText('It opens without a network.')).toBeVisible()
  await expect(page.getByText('This is the newest version that this tablet knows of.')).toBeVisible()
  server.release()
  await page.evaluate(() => { window.dispatchEvent(new Event('online')) })
  await expect(page.getByText('A new version is ready.').first()).toBeVisible()
  const old = await page.evaluate(() => navigator.serviceWorker.controller?.state)
  expect(old).toBe('activated')
  const reloaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Use it now' }).first().click()
  await reloaded
  await expect(page.getByText('This is the newest version that this tablet knows of.')).toBeVisible()
  await expect(page.getByText('A new version is ready.')).toHaveCount(0)
  await server.close()
})

test('the tablet’s worker leaves the desk and its push messages alone', async ({ page }) => {
  await open(page, '/m/settings')
  await expect(page.getByText('It opens without a network.')).toBeVisible()
  const scopes = await page.evaluate(async () => {
    await navigator.serviceWorker.register('/push-worker.js', { scope: '/' })
    const all = await navigator.serviceWorker.getRegistrations()
    return all.map(({ scope }) => new URL(scope).pathname).toSorted()
  })
  expect(scopes).toEqual(['/', '/m'])
  await page.reload()
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(`${origin}/m/worker/sw.js`)
})

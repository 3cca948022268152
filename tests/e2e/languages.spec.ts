import type { Page } from '@playwright/test'
import { languageOf, LOCALES } from '#server/core/people/locales.ts'
import { expect, signIn, test } from './fixtures.ts'
import { overflowFaults, watchConsole } from './support/faults.ts'
import { clippedWhenLonger } from './support/longer.ts'
import { openOrder } from './support/orders.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.fonts.status === 'loaded' && document.querySelector('[aria-busy=true]') === null)
}

test('every language has every word of the main pages, and fits on a phone', async ({ page }) => {
  test.setTimeout(120_000)
  const complaints = watchConsole(page)
  await signIn(page, 'technician')
  const { number } = await openOrder(page, 'HPU-201')
  await page.setViewportSize(PHONE)
  const found: string[] = []
  for (const locale of LOCALES) {
    await page.context().addCookies([{ name: 'mw-locale', value: locale, url: process.env.MW_E2E_URL ?? '' }])
    for (const address of ['/', `/work-orders/${number}`, '/m', '/m/settings']) {
      await open(page, address)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.locator('html')).toHaveAttribute('dir', languageOf(locale).direction)
      found.push(...(await overflowFaults(page, `${address} in ${locale}`)))
    }
  }
  // A word that is missing is complained of in the console.
  expect([...found, ...complaints]).toEqual([])
})

test('words that are 40 % longer are cut off nowhere, on the desk and on a phone', async ({ page }) => {
  test.setTimeout(120_000)
  const found: string[] = []
  await page.setViewportSize(PHONE)
  await open(page, '/sign-in')
  found.push(...(await clippedWhenLonger(page, '/sign-in')))
  await signIn(page, 'admin')
  const { number } = await openOrder(page, 'HPU-201')
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    for (const address of ['/', '/assets', `/work-orders/${number}`, '/work-orders', '/rules', '/alarms', '/sources', '/handover', '/admin', '/m', '/m/settings', '/m/install']) {
      await open(page, address)
      found.push(...(await clippedWhenLonger(page, `${address} at ${size.width}`)))
    }
  }
  expect(found).toEqual([])
})

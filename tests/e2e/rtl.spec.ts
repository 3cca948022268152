import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { ask } from './support/api.ts'
import { busyLine, signInAt } from './support/busy-line.ts'
import { axeFaults, overflowFaults, watchConsole } from './support/faults.ts'
import { openOrder } from './support/orders.ts'
import { plannedOrder } from './support/planned-order.ts'

/** Widths from the desk to the phone; axe looks at the widest and the narrowest. */
const WIDTHS = [1440, 820, 390] as const

const speakArabic = (page: Page): Promise<void> => page.context().addCookies([{ name: 'mw-locale', value: 'ar', url: process.env.MW_E2E_URL ?? '' }])

/** What a reader of Arabic would stumble over on one page, at every width. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  const found: string[] = []
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await page.goto(address)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForFunction(() => document.fonts.status === 'loaded' && document.querySelector('[aria-busy=true]') === null)
    const where = `${address} at ${width}`
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
    found.push(...(await overflowFaults(page, where)))
    if (width !== 820) found.push(...(await axeFaults(page, where)))
  }
  return found
}

test('a reader of Arabic finds the desk from right to left, whole and accessible, at every width', async ({ page }) => {
  test.setTimeout(120_000)
  const complaints = watchConsole(page)
  await speakArabic(page)
  const found = await faultsOf(page, '/sign-in')
  await signIn(page, 'admin')
  const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
  const { number } = await openOrder(page, 'HPU-201')
  const machine = nodes.find(({ tag }) => tag === 'CT-301')?.id ?? ''
  for (const address of ['/', '/assets', `/assets/${machine}`, `/work-orders/${number}`, '/rules', '/alarms', '/permits', '/handover', '/admin']) found.push(...(await faultsOf(page, address)))
  expect([...found, ...complaints]).toEqual([])

  // A tag, a number with its unit and an age keep their order inside a sentence; the chart keeps its time.
  await page.goto(`/work-orders/${number}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('HPU-201')
  await expect(page.getByRole('region', { name: 'الأدلة' }).getByRole('group').first()).toHaveAttribute('dir', 'ltr')
  await expect(page.getByRole('list', { name: 'السجل' })).toContainText('فتحه \u2068Millwright\u2069.')
  // The typeface came with the product, and the way on points to the left.
  expect(await page.evaluate(() => document.fonts.check('14px "Noto Sans Arabic Variable"', 'أمر'))).toBe(true)
})

test('a technician finds the tablet from right to left, whole and accessible, at every width', async ({ page }) => {
  const line = await busyLine()
  await speakArabic(page)
  await signInAt(page, line, 'supervisor')
  const { number } = await plannedOrder(page, line.plant)
  await signInAt(page, line, 'technician')
  await page.goto('/m')
  await page.getByLabel('اسم هذا الجهاز اللوحي').fill('جهاز 3')
  await page.getByRole('button', { name: 'جلب عملي' }).click()
  await expect(page.getByText(number).first()).toBeVisible()
  const found: string[] = []
  for (const address of ['/m', '/m/orders', `/m/o/${number}`, '/m/settings']) found.push(...(await faultsOf(page, address)))
  expect(found).toEqual([])
})

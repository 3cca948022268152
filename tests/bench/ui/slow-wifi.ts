import { chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '#tests/harness/chromium.ts'
import { badWifi } from '#tests/harness/bad-wifi.ts'
import { expect } from '#tests/e2e/support/patient.ts'
import { noise, tabletAt } from '#tests/e2e/support/tablet-at.ts'
import { quantile } from '../statistics.ts'
import { timed } from './stopwatch.ts'

const SLOW = { bytesPerSecond: 50_000 / 8, abortShare: 0.1 }
const TAPS = 20

/** How long the screen takes to show what a tap did, from the tap to the change of the page, measured in the page itself. */
const answerOf = (page: Page): Promise<number> => page.evaluate(() => new Promise<number>((resolve) => {
  const button = [...document.querySelectorAll('button')].find((one) => /my time/.test(one.textContent))
  if (!button) throw new Error('There is no timer to stop or start.')
  const said = button.textContent
  const begun = performance.now()
  const watch = new MutationObserver(() => {
    if (button.isConnected && button.textContent === said) return
    watch.disconnect()
    requestAnimationFrame(() => { resolve(performance.now() - begun) })
  })
  watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  button.click()
}))

/** slowWifiBench sends a photo of half a megabyte at 50 kbit/s with a tenth of the requests broken, and measures how fast taps answer meanwhile. */
export async function slowWifiBench(): Promise<Record<string, unknown>> {
  const wifi = await badWifi(Number(new URL(process.env.MW_E2E_URL ?? '').port), 1)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
  const context = await browser.newContext({ viewport: { width: 820, height: 1180 }, hasTouch: true, locale: 'en-GB', baseURL: process.env.MW_E2E_URL ?? '' })
  try {
    const page = await context.newPage()
    await tabletAt(page, wifi.origin)
    wifi.become(SLOW)
    const taps: number[] = []
    const arrives = await timed(async () => {
      await page.getByLabel('Take a photo').last().setInputFiles(await noise())
      await expect.poll(() => wifi.seen().uploaded, { timeout: 120_000 }).toBeGreaterThan(0)
      for (let i = 0; i < TAPS; i += 1) taps.push(await answerOf(page))
      await page.goto(`${wifi.origin}/m/outbox`)
      await expect(page.getByText('Everything is sent.')).toBeVisible({ timeout: 15 * 60_000 })
    })
    return { arrivesMs: arrives, ...wifi.seen(), tapAnswerMs: { p50: Math.round(quantile(taps, 0.5)), p95: Math.round(quantile(taps, 0.95)), most: Math.round(Math.max(...taps)) } }
  } finally {
    await browser.close()
    await wifi.close()
  }
}

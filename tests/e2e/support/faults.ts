import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axeFaults lists what axe finds on a page as it stands, with what lies open over it. */
export async function axeFaults(page: Page, where: string): Promise<string[]> {
  // What was just said aloud names the button it is about; when that is gone, a nameless line stands for the seven seconds until it is swept.
  await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(0)
  // In the page itself ("legacy"): no page of ours has a frame, and it is three times as fast.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(STANDARDS).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')} ${node.any[0]?.message ?? ''} ${node.html.slice(0, 160)}`))
}

/** seeWhole makes the window as tall as its page: to axe a button is only as tall as what no bar that always stays covers, wherever the page is scrolled to. */
export async function seeWhole(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 820, height: 1180 }
  await page.setViewportSize({ width, height: Math.max(height, await page.evaluate(() => document.documentElement.scrollHeight)) })
}

/** overflowFaults says what runs off an edge of a page, so that it must be scrolled sideways. */
export async function overflowFaults(page: Page, where: string): Promise<string[]> {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return document.dir === 'rtl' ? left < -1 : right > room + 1
    })
    if (beyond.length === 0) return ['the page itself']
    return beyond.filter((element) => ![...element.children].some((child) => beyond.includes(child))).map((element) => `<${element.tagName.toLowerCase()}> ${element.textContent.slice(0, 40)}`)
  })
  return wide.slice(0, 3).map((element) => `${where}: runs off the page: ${element}`)
}

/** watchConsole collects what a page complains about in the browser's console: errors and warnings, missing words among them. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => { complaints.push(`${page.url()}: ${error.message}`) })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${page.url()}: ${message.text()} ${message.location().url}`)
  })
  return complaints
}

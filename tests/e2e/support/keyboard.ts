import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STEPS = 120

/** What has the focus, and whether one sees it: an outline on it or on what frames it. */
const focus = (page: Page): Promise<{ what: string; visible: boolean }> => page.evaluate(() => {
  const element = document.activeElement
  if (element === null || element === document.body) return { what: 'the page', visible: true }
  const frames: Element[] = []
  for (let frame: Element | null = element; frame !== null && frames.length < 4; frame = frame.parentElement) frames.push(frame)
  const outlined = (frame: Element): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(frame)
    const { width, height } = frame.getBoundingClientRect()
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && width > 4 && height > 4
  }
  return { what: `<${element.tagName.toLowerCase()}> ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`, visible: frames.some(outlined) }
})

/** tabTo presses Tab until something has the focus; on the way every stop must show that it has it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeAttached()
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab')
    const { what, visible } = await focus(page)
    expect(visible, `one sees that ${what} has the focus`).toBe(true)
    if (await target.first().evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not lead to ${target.toString()}.`)
}

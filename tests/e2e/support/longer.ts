import type { Page } from '@playwright/test'

/** LONGER_BY is how much longer another language may be than English. */
const LONGER_BY = 0.4

/**
 * clippedWhenLonger lengthens every word on a page as another language might, and says what is cut off then, or runs off the page. Figures, tags and what a
 * person wrote keep their length in every language; a text that ends in an ellipsis by design is not cut off.
 */
export async function clippedWhenLonger(page: Page, where: string): Promise<string[]> {
  const found = await page.evaluate((by) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const changed: Text[] = []
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement
      if (parent === null || parent.closest('script, style, svg, pre, code, textarea, .num, [dir=ltr]') !== null) continue
      const before = node.nodeValue ?? ''
      const after = before.replaceAll(/\p{L}[\p{Ll}’']{3,}/gu, (word) => word + word.slice(-Math.round(word.length * by)))
      if (after === before) continue
      node.nodeValue = after
      changed.push(node as Text)
    }
    const room = document.documentElement.clientWidth
    const says = (element: Element): string => `<${element.tagName.toLowerCase()}> ${element.textContent.trim().slice(0, 50)}`
    const faults = new Set<string>()
    if (document.documentElement.scrollWidth > room) {
      const beyond = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > room + 1)
      for (const element of beyond.filter((one) => ![...one.children].some((child) => beyond.includes(child))).slice(0, 3)) faults.add(`runs off the page: ${says(element)}`)
    }
    for (const text of changed) {
      for (let box = text.parentElement; box !== null && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box)
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none' || style.position === 'absolute') break
        // What scrolls is not cut off.
        if (['auto', 'scroll'].includes(style.overflowX) || ['auto', 'scroll'].includes(style.overflowY)) break
        const cut = (style.overflowX === 'hidden' || style.overflowX === 'clip') && box.scrollWidth > box.clientWidth + 1
        const short = (style.overflowY === 'hidden' || style.overflowY === 'clip') && box.scrollHeight > box.clientHeight + 1
        if (box.clientWidth > 1 && (cut || short)) { faults.add(`cut off: ${says(box)}`); break }
      }
    }
    return [...faults]
  }, LONGER_BY)
  return found.slice(0, 5).map((fault) => `${where}: ${fault}`)
}

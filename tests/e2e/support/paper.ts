import type { Page } from '@playwright/test'

const PX_PER_MM = 96 / 25.4

/**
 * clippedOnPaper lays a page out as it is printed, on a width in mm, and says what is cut off: text that is larger than the box that holds it, and
 * anything that stands beyond the edge of its sheet.
 */
export async function clippedOnPaper(page: Page, widthMm: number): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: Math.round(widthMm * PX_PER_MM), height: 1000 })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page.evaluate(() => {
    const named = (element: Element): string => `<${element.tagName.toLowerCase()}> ${element.textContent.slice(0, 50)}`
    return [...document.querySelectorAll('.sheet, .sheet *')].flatMap((element) => {
      if (!(element instanceof HTMLElement) || element.closest('svg') || getComputedStyle(element).display === 'inline') return []
      const holder = element.closest('.label') ?? element.closest('.sheet')
      const [own, outer] = [element.getBoundingClientRect(), holder?.getBoundingClientRect()]
      const faults = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 ? [`wider than its box (${element.scrollWidth} > ${element.clientWidth}): ${named(element)}`] : []
      if (element.matches('.label') && element.scrollHeight > element.clientHeight + 1) faults.push(`higher than its label (${element.scrollHeight} > ${element.clientHeight}): ${named(element)}`)
      if (outer && (own.right > outer.right + 1 || own.left < outer.left - 1 || own.bottom > outer.bottom + 1 || own.top < outer.top - 1)) faults.push(`beyond the edge: ${named(element)}`)
      return faults
    })
  })
}

/** pagesIn gives the size in points of each page of a PDF that Chromium has written, whose page objects are not compressed. */
export function pagesIn(pdf: Buffer): { readonly width: number; readonly height: number }[] {
  const objects = pdf.toString('latin1').split(/\bendobj\b/)
  return objects.filter((object) => /\/Type\s*\/Page\b/.test(object)).map((object) => {
    const [, , , width, height] = /\/MediaBox\s*\[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(object) ?? []
    return { width: Number(width), height: Number(height) }
  })
}

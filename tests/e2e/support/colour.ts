import type { Page } from '@playwright/test'

/** How far a pixel's channels must lie apart, of 255, to count as colour: the alarm colours do, the quiet blue of links and buttons does not. */
const COLOURED = 82

/** colourShare is the share of what is on screen that is saturated colour, from 0 to 1. */
export async function colourShare(page: Page): Promise<number> {
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64')
  const reader = await page.context().newPage()
  const share = await reader.evaluate(async ({ base64, threshold }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    if (!context) throw new Error('There is no canvas.')
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    let coloured = 0
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > threshold) coloured += 1
    }
    return coloured / (data.length / 4)
  }, { base64: picture, threshold: COLOURED })
  await reader.close()
  return share
}

import type { Locator } from '@playwright/test'

/** drawnShare is the share of a canvas's pixels that something was drawn on, from 0 to 1. */
export const drawnShare = (canvas: Locator): Promise<number> => canvas.evaluate((element) => {
  if (!(element instanceof HTMLCanvasElement)) return 0
  const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: new Uint8ClampedArray() }
  let drawn = 0
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) drawn += 1
  return drawn / (data.length / 4)
})

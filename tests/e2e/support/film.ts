import { writeFileSync } from 'node:fs'
import sharp, { type OverlayOptions } from 'sharp'
import bwipjs from 'bwip-js/node'

const [WIDTH, HEIGHT] = [1280, 720]

/** Shown is one code in a film: its kind as bwip-js names it, its text, and where its left upper corner is (pixels of 1280 × 720). */
export interface Shown {
  readonly bcid: 'qrcode' | 'datamatrix' | 'code128' | 'ean13'
  readonly text: string
  readonly left: number
  readonly top: number
}

/** film writes what a camera sees as a Y4M file, which Chromium's made-up camera plays: grey surroundings with labels on them. */
export async function film(file: string, shown: readonly Shown[]): Promise<void> {
  const labels = await Promise.all(shown.map(async ({ bcid, text, left, top }): Promise<OverlayOptions> => ({
    input: await bwipjs.toBuffer({ bcid, text, scale: 4, padding: 12, backgroundcolor: 'FFFFFF' }), left, top,
  })))
  const picture = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: { r: 120, g: 120, b: 120 } } }).composite(labels)
  const light = await picture.greyscale().blur(0.7).raw().toBuffer()
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour])
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame, frame, frame]))
}

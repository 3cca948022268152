import bwip from 'bwip-js/node'
import { drawBars, drawMatrix, type CodePicture } from '#server/core/labels/draw.ts'
import type { Symbology } from '#server/core/labels/symbology.ts'

// Free room around a code, in modules: ISO/IEC 18004 asks for 4 around QR, 15417 for 10 beside Code 128, 16022 for 1 around Data Matrix, of which two are safer.
const QUIET: Readonly<Record<Symbology, number>> = { qr: 4, datamatrix: 2, code128: 10 }
const BAR_HEIGHT = 40

/** codePicture makes a code of a text. QR corrects a quarter of its surface (level Q), because labels in a plant get scratched. */
export function codePicture(symbology: Symbology, text: string): CodePicture {
  if (symbology === 'code128') {
    const [bars] = bwip.raw({ bcid: 'code128', text })
    if (!bars || !('sbs' in bars)) throw new Error('Code 128 came as no bars.')
    return drawBars(bars.sbs, QUIET.code128, BAR_HEIGHT)
  }
  const [squares] = symbology === 'qr' ? bwip.raw('qrcode', text, 'eclevel=Q') : bwip.raw({ bcid: 'datamatrix', text })
  if (!squares || !('pixs' in squares)) throw new Error(`${symbology} came as no squares.`)
  return drawMatrix({ columns: squares.pixx, rows: squares.pixy, dark: squares.pixs }, QUIET[symbology])
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill'
import sharp from 'sharp'

// What a browser has and Node has not: the library names both, and needs no more of them than their fields.
class Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
class Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  constructor(x: number, y: number, width: number, height: number) {
    this.x = x
    this.y = y
    this.width = width
    this.height = height
  }
}
Object.assign(globalThis, { ImageData: Pixels, DOMRectReadOnly: Box })

const WASM = path.resolve(import.meta.dirname, '../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
const FORMATS = ['qr_code', 'data_matrix', 'code_128'] as const

/** readCodes reads the codes in a picture (PNG, SVG or any that sharp knows) with the decoder that the tablet uses, and gives their formats and texts. */
export async function readCodes(picture: Buffer): Promise<{ readonly format: string; readonly text: string }[]> {
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(WASM)).buffer }, fireImmediately: true })
  const { data, info } = await sharp(picture).flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = new Pixels(new Uint8ClampedArray(data), info.width, info.height)
  const codes = await new BarcodeDetector({ formats: [...FORMATS] }).detect(pixels as ImageData)
  return codes.map(({ format, rawValue }) => ({ format, text: rawValue }))
}

import { decoderPath } from '../../../../_lib/tablet/decoder-path.ts'
import type { SeenCode } from './choose.ts'

/** Detector finds codes in a picture. */
export interface Detector {
  detect(picture: ImageData): Promise<readonly SeenCode[]>
}

interface NativeDetector {
  new(options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

const FORMATS = ['qr_code', 'data_matrix', 'code_128', 'code_39', 'ean_13'] as const
const NEEDED: readonly string[] = ['qr_code', 'data_matrix', 'code_128']

/** The browser's own, where it reads all that our labels carry. */
async function ofBrowser(): Promise<Detector | null> {
  const native = (globalThis as { readonly BarcodeDetector?: NativeDetector }).BarcodeDetector
  if (!native) return null
  const supported = await native.getSupportedFormats()
  return NEEDED.every((format) => supported.includes(format)) ? new native({ formats: FORMATS.filter((format) => supported.includes(format)) }) : null
}

async function ofOurs(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule, ZXING_WASM_SHA256 } = await import('barcode-detector/ponyfill')
  // From this server and never from elsewhere: the tablet's worker keeps it, so that it is there without a network.
  await prepareZXingModule({ overrides: { locateFile: () => decoderPath(ZXING_WASM_SHA256) }, fireImmediately: true })
  return new BarcodeDetector({ formats: [...FORMATS] })
}

let loading: Promise<Detector> | undefined

/** loadDetector gives what finds codes, the browser's own or ours; it is loaded once, and again after it could not be. */
export function loadDetector(): Promise<Detector> {
  loading ??= ofBrowser().then((own) => own ?? ofOurs()).catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { decoderPath } from '../../_lib/tablet/decoder-path.ts'

/** Decoder is the WebAssembly that reads codes on the tablet, and its address. */
export interface Decoder {
  readonly path: string
  readonly bytes: Buffer<ArrayBuffer>
}

/** decoder reads it from the installed library in a checkout's folder. */
export function decoder(root: string): Decoder {
  const bytes = readFileSync(path.join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'))
  return { path: decoderPath(createHash('sha256').update(bytes).digest('hex')), bytes }
}

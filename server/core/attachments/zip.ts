import { err, ok, type Result } from '../kernel/result.ts'
import type { Refusal } from './attachment.ts'

/** ZipEntry is one file of an archive, as its directory tells it. */
export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  /** Where its own header begins. */
  readonly at: number
}

const END_SIGN = 0x06054b50
const ENTRY_SIGN = 0x02014b50
const FILE_SIGN = 0x04034b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const FILE_SIZE = 30
const MOST_ENTRIES = 10_000
const MOST_UNPACKED = 300 * 1024 * 1024
const MOST_RATIO = 200
// A sheet of a million equal rows packs well; small files may.
const RATIO_FROM = 20 * 1024 * 1024

/** MOST_TYPES is how large the list of content types may be, unpacked, in bytes. */
export const MOST_TYPES = 1024 * 1024
/** TYPES_NAME is the file of an office document that says what is in it. */
const TYPES_NAME = '[Content_Types].xml'

/** readZip reads an archive's directory: 'appended' when something stands before or behind the archive, 'damaged' when it does not hold together. */
export function readZip(bytes: Uint8Array): Result<readonly ZipEntry[], Refusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < END_SIZE || view.getUint32(0, true) !== FILE_SIGN) return err('appended')
  const end = bytes.length - END_SIZE
  // Office programs write no comment behind the end: whatever stands there is not theirs.
  if (view.getUint32(end, true) !== END_SIGN || view.getUint16(end + 20, true) !== 0) return err('appended')
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (count > MOST_ENTRIES || count === 0xffff) return err('bomb')
  if (start + size !== end) return err('damaged')
  const entries: ZipEntry[] = []
  const names = new TextDecoder()
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY_SIGN) return err('damaged')
    const nameLength = view.getUint16(at + 28, true)
    const next = at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return err('damaged')
    entries.push({
      name: names.decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
      method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true),
    })
    at = next
  }
  return ok(entries)
}

/** packedBytes gives the bytes of one file of an archive as they are packed; null when its header does not hold together. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + FILE_SIZE > bytes.length || view.getUint32(entry.at, true) !== FILE_SIGN) return null
  const from = entry.at + FILE_SIZE + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  return from + entry.packed <= bytes.length ? bytes.subarray(from, from + entry.packed) : null
}

const PROGRAM_PART = /(vbaproject|vbadata|macrosheet|activex|oleobject)|\.(bin|exe|dll|js|vbs|html?|svg)$/i
const HARMLESS_BIN = /(^|\/)(printersettings|calcchain)[^/]*\.bin$/i

/** judgeEntries decides about an office document by the names and sizes in its directory: no macros, no programs, no names that lead out of it, no bomb. */
export function judgeEntries(entries: readonly ZipEntry[]): Result<ZipEntry, Refusal> {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  if (unpacked > MOST_UNPACKED || (unpacked > RATIO_FROM && unpacked > packed * MOST_RATIO)) return err('bomb')
  if (entries.some(({ name }) => name.startsWith('/') || name.includes('\\') || name.includes('\0') || name.split('/').includes('..'))) return err('damaged')
  if (entries.some(({ name }) => PROGRAM_PART.test(name) && !HARMLESS_BIN.test(name))) return err('macros')
  const types = entries.filter(({ name }) => name === TYPES_NAME)
  const [only] = types
  return types.length === 1 && only && only.unpacked <= MOST_TYPES ? ok(only) : err('type')
}

const MAIN = /contenttype\s*=\s*["'](application\/vnd\.openxmlformats-officedocument\.(?:spreadsheetml\.sheet|wordprocessingml\.document))\.main\+xml["']/gi
const MACROS = /macroenabled|vbaproject|ms-office\.activex|oleobject/i

/** judgeTypes reads an office document's list of content types: what it is, or why it is refused. */
export function judgeTypes(xml: string): Result<string, Refusal> {
  if (MACROS.test(xml)) return err('macros')
  const found = [...new Set([...xml.matchAll(MAIN)].map(([, type = '']) => type.toLowerCase()))]
  const [only] = found
  return found.length === 1 && only !== undefined ? ok(only) : err('type')
}

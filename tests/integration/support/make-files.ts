import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'

const u16 = (value: number): Buffer => { const bytes = Buffer.alloc(2); bytes.writeUInt16LE(value); return bytes }
const u32 = (value: number): Buffer => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value >>> 0); return bytes }

/** ZipPart is a file to be packed; the directory may lie about its size. */
export interface ZipPart {
  readonly name: string
  readonly data: Buffer
  readonly claims?: number
}

/** zipOf packs files as office programs do. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data, claims = data.length } of parts) {
    const packed = deflateRawSync(data)
    const nameBytes = Buffer.from(name)
    const head = Buffer.concat([u16(20), u16(0), u16(8), u32(0), u32(crc32(data)), u32(packed.length), u32(claims), u16(nameBytes.length), u16(0)])
    const file = Buffer.concat([u32(0x04034b50), head, nameBytes, packed])
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), head, u16(0), u16(0), u16(0), u32(0), u32(at), nameBytes]))
    files.push(file)
    at += file.length
  }
  const entries = Buffer.concat(directory)
  return Buffer.concat([...files, entries, u32(0x06054b50), u16(0), u16(0), u16(parts.length), u16(parts.length), u32(entries.length), u32(at), u16(0)])
}

const typesOf = (main: string, more = ''): Buffer =>
  Buffer.from(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/>${more}</Types>`)

/** docxOf makes a Word document with further parts. */
export const docxOf = (more: readonly ZipPart[] = [], types = ''): Buffer =>
  zipOf([{ name: '[Content_Types].xml', data: typesOf('wordprocessingml.document', types) }, { name: 'word/document.xml', data: Buffer.from('<w:document/>') }, ...more])

/** xlsxOf makes an Excel document. */
export const xlsxOf = (): Buffer => zipOf([{ name: '[Content_Types].xml', data: typesOf('spreadsheetml.sheet') }, { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') }])

/** photo makes a photo that does not pack to nothing: coloured noise of a size. */
export function photo(width: number, height: number, format: 'jpeg' | 'png' | 'webp' | 'avif' = 'jpeg'): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3)
  for (let i = 0, x = 12_345; i < raw.length; i++) { x = (x * 1_103_515_245 + 12_345) % 2_147_483_648; raw[i] = x >>> 16 }
  return sharp(raw, { raw: { width, height, channels: 3 } })[format]().toBuffer()
}

/** photoWithPlace makes a JPEG that lies on its side, knows where it was taken and has a script in its comment. */
export async function photoWithPlace(script: string): Promise<Buffer> {
  const plain = await sharp(await photo(300, 200)).withExif({
    IFD0: { Make: 'SecretCamera', Orientation: '6' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 12/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 24/1 18/1' },
  }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const words = Buffer.from(script)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(words.length + 2)
  return Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, words, plain.subarray(2)])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** hugePng makes a valid picture of a few kilobytes that takes width x height pixels in memory. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** wav makes a second of silence. */
export function wav(): Buffer {
  const data = Buffer.alloc(8000)
  return Buffer.concat([Buffer.from('RIFF'), u32(36 + data.length), Buffer.from('WAVEfmt '), u32(16), u16(1), u16(1), u32(8000), u32(8000), u16(1), u16(8), Buffer.from('data'), u32(data.length), data])
}

/** pdf makes a small PDF. */
export const pdf = (before = '', behind = ''): Buffer => Buffer.from(`${before}%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n${behind}`)

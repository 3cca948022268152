import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { fileTypeFromBuffer } from 'file-type'
import type { AttachmentKind, Refusal } from '#server/core/attachments/attachment.ts'
import { allowContent, type Content } from '#server/core/attachments/content.ts'
import { hasMarkup, judgePdf, judgeText } from '#server/core/attachments/signs.ts'
import { judgeEntries, judgeTypes, MOST_TYPES, packedBytes, readZip } from '#server/core/attachments/zip.ts'
import { err, ok, type Result } from '#server/core/kernel/result.ts'

const inflate = promisify(inflateRaw)
const PACKED = 8

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

async function unpackSmall(packed: Uint8Array): Promise<Buffer | null> {
  try {
    return await inflate(packed, { maxOutputLength: MOST_TYPES })
  } catch {
    // Broken, or larger than its directory says.
    return null
  }
}

/** What an archive is: an office document without programs in it, or a refusal. Nothing of it is unpacked but its list of content types. */
async function lookIntoZip(bytes: Uint8Array): Promise<Result<string, Refusal>> {
  const entries = readZip(bytes)
  if (!entries.ok) return entries
  const types = judgeEntries(entries.value)
  if (!types.ok) return types
  const packed = packedBytes(bytes, types.value)
  const xml = packed === null ? null : types.value.method === PACKED ? await unpackSmall(packed) : packed
  return xml === null ? err('damaged') : judgeTypes(new TextDecoder().decode(xml))
}

async function typeOf(bytes: Uint8Array): Promise<Result<string, Refusal>> {
  if (isZip(bytes)) return lookIntoZip(bytes)
  const found = await fileTypeFromBuffer(bytes)
  return found ? ok(found.mime) : judgeText(bytes)
}

/** lookAt finds what bytes are, by the bytes alone, and decides whether they may be an attachment of a kind. Pictures still have to be made anew. */
export async function lookAt(kind: AttachmentKind, bytes: Uint8Array): Promise<Result<Content, Refusal>> {
  if (bytes.length === 0) return err('empty')
  const type = await typeOf(bytes)
  if (!type.ok) return type
  const content = allowContent(kind, type.value)
  if (!content.ok) return content
  const { family } = content.value
  if (family === 'pdf') {
    const pdf = judgePdf(bytes)
    if (!pdf.ok) return pdf
  }
  if ((family === 'audio' || family === 'video') && hasMarkup(bytes)) return err('markup')
  return content
}

import { err, ok, type Result } from '../kernel/result.ts'
import type { Refusal } from './attachment.ts'

/** HEAD_BYTES is how much of a file's beginning is looked at for what a browser or an interpreter would act on. */
const HEAD_BYTES = 4096

const LATIN = new TextDecoder('latin1')
const MARKUP = /<(!doctype|html|head|body|script|svg|iframe|math|\?xml|\?php|!entity)/i
const SPACE_OR_MARK = /^(\xef\xbb\xbf)?[\s\0]*/

const headOf = (bytes: Uint8Array): string => LATIN.decode(bytes.subarray(0, HEAD_BYTES))

/** hasMarkup tells whether a file's beginning holds something that a browser could take for a page, a picture with scripts or a program. */
export const hasMarkup = (bytes: Uint8Array): boolean => MARKUP.test(headOf(bytes))

/** judgeText decides about bytes that no known format claims: text in UTF-8 that is neither markup nor a script may stay. */
export function judgeText(bytes: Uint8Array): Result<'text/plain', Refusal> {
  const head = headOf(bytes)
  const begins = head.replace(SPACE_OR_MARK, '')
  if (begins.startsWith('<') || MARKUP.test(head)) return err('markup')
  if (begins.startsWith('#!') || begins.startsWith('MZ')) return err('program')
  // Readers of PDF take one that begins later, too.
  if (head.includes('%PDF-')) return err('appended')
  if (bytes.includes(0)) return err('type')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return ok('text/plain')
  } catch {
    return isWestern(bytes) ? ok('text/plain') : err('type')
  }
}

// Spreadsheets of older programs: printable characters of Windows-1252, which has no control characters in text.
const isWestern = (bytes: Uint8Array): boolean => bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c)

const PDF_HEAD = [0x25, 0x50, 0x44, 0x46, 0x2d]
const PDF_END = '%%EOF'

/** judgePdf refuses a PDF that something else stands before or behind, or whose beginning holds markup: such a file is two files at once. */
export function judgePdf(bytes: Uint8Array): Result<null, Refusal> {
  if (!PDF_HEAD.every((byte, i) => bytes[i] === byte)) return err('appended')
  if (hasMarkup(bytes)) return err('markup')
  const tail = LATIN.decode(bytes.subarray(Math.max(0, bytes.length - HEAD_BYTES)))
  const end = tail.lastIndexOf(PDF_END)
  if (end < 0) return err('damaged')
  return MARKUP.test(tail.slice(end)) ? err('appended') : ok(null)
}

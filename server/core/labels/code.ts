import { decodePart } from '../kernel/decode-part.ts'
import { parseNumber } from '../work-orders/number.ts'

/** CodeKind is what a code of ours can stand for: a position, a spare part or a work order. */
export type CodeKind = 'asset' | 'part' | 'order'

/** Code is what a scanned or typed text means. With `unknown` the name is the tidied text: a bare tag or part number, which only a list of them can tell apart. */
export interface Code {
  readonly kind: CodeKind | 'unknown'
  readonly name: string
}

const LETTERS: Readonly<Record<CodeKind, string>> = { asset: 'a', part: 'p', order: 'o' }
const KINDS: Readonly<Record<string, CodeKind>> = { a: 'asset', p: 'part', o: 'order' }

/** codePath is the address of something on whatever host the product has, such as /m/a/CT-301. */
export const codePath = (kind: CodeKind, name: string): string => `/m/${LETTERS[kind]}/${encodeURIComponent(name)}`

// Scanners put an AIM symbology identifier (ISO/IEC 15424), such as ]C1 or ]Q3, before what they read, and control characters around it.
const AIM = /^\][A-Za-z][0-9A-Za-z]/
const NOISE = /[\u0000-\u001F\u007F\u200B-\u200D\u2060\uFEFF]/g
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g

const tidy = (text: string): string => text.normalize('NFKC').replaceAll(NOISE, ' ').trim().replace(AIM, '').replaceAll(DASHES, '-').replaceAll(/\s+/g, ' ').trim()

const US_BY_GERMAN: Readonly<Record<string, string>> = { 'Ö': ':', '-': '/', 'ß': '-', '?': '_', '_': '?', 'z': 'y', 'y': 'z', 'Z': 'Y', 'Y': 'Z' }

/** asGermanKeys undoes what a scanner set to US keys types on a German keyboard: CTß301 was CT-301. */
export const asGermanKeys = (text: string): string => text.replaceAll(/[Ö\-ß?_zyZY]/g, (key) => US_BY_GERMAN[key] ?? key)

// Any host, or none: what counts is the path. A code may be in capitals throughout, which makes a QR code smaller.
const OURS = /^(?:(?:https?:\/\/)?[^/\s?#]*)\/?(?:[^?#]*\/)?m\/([apo])\/([^/?#]+)/i

function address(text: string): Code | null {
  const [, letter, name] = OURS.exec(text) ?? []
  const kind = KINDS[letter?.toLowerCase() ?? '']
  if (kind === undefined || name === undefined) return null
  const named = tidy(decodePart(name))
  return named === '' ? null : { kind, name: kind === 'order' ? named.toUpperCase() : named }
}

/** resolveCode says what a scanned or typed text means, whatever host, case, spaces and scanner's noise it comes with. */
export function resolveCode(text: string): Code {
  const clean = tidy(text)
  const found = address(clean) ?? (/^https?Ö--/i.test(clean) ? address(asGermanKeys(clean)) : null)
  if (found) return found
  return parseNumber(clean) === null ? { kind: 'unknown', name: clean } : { kind: 'order', name: clean.toUpperCase() }
}

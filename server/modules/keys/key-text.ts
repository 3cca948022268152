import { createHash, randomBytes } from 'node:crypto'

const FORM = /^mwk_[A-Za-z0-9_-]{43}$/
const PREFIX_LENGTH = 10

/** newKeyText makes a key of 256 random bits: "mwk_" and 43 characters. It is shown once and never stored. */
export const newKeyText = (): string => `mwk_${randomBytes(32).toString('base64url')}`

/** hashKey is what is stored: the sha256 of the text as hex. A slow hash is not needed for 256 random bits. */
export const hashKey = (text: string): string => createHash('sha256').update(text).digest('hex')

/** prefixOf is the part of a key that may be shown, so that people can tell their keys apart. */
export const prefixOf = (text: string): string => text.slice(0, PREFIX_LENGTH)

/** keyFromHeader reads "Bearer <key>"; undefined when the header does not look like one of our keys. */
export function keyFromHeader(header: string | null | undefined): string | undefined {
  const match = /^Bearer +(\S+) *$/i.exec(header ?? '')
  const text = match?.[1]
  return text !== undefined && FORM.test(text) ? text : undefined
}

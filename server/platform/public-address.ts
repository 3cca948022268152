import { createHash, randomBytes } from 'node:crypto'

const ORG_BYTES = 16
const ID_BYTES = 16
const SECRET_BYTES = 32

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const write = (orgId: string, rest: Buffer): string => Buffer.concat([bytesOf(orgId), rest]).toString('base64url')

/** newPublicId makes the address of a poster: 128 random bits behind the organization's id, so that its tenant is known before anything is read. */
export const newPublicId = (orgId: string): string => write(orgId, randomBytes(ID_BYTES))

/** newLinkSecret makes a link that opens something: 256 random bits behind the organization's id. Only its hash is stored. */
export const newLinkSecret = (orgId: string): string => write(orgId, randomBytes(SECRET_BYTES))

/** newFormToken names a form that is shown: 256 random bits. */
export const newFormToken = (): string => randomBytes(SECRET_BYTES).toString('base64url')

/** secretOfForm makes the link of what a form said: the same form with the same content has the same link, and nobody without the form's token can know it. */
export const secretOfForm = (orgId: string, token: string, content: string): string =>
  write(orgId, createHash('sha256').update(token).update('\n').update(content).digest())

/** hashLink is what is stored of a link: its sha256 as hex. A slow hash is not needed for 256 random bits. */
export const hashLink = (text: string): string => createHash('sha256').update(text).digest('hex')

/** orgOfAddress reads whose an address is; null when it cannot be one of ours. */
export function orgOfAddress(text: string, kind: 'id' | 'secret'): string | null {
  const length = ORG_BYTES + (kind === 'id' ? ID_BYTES : SECRET_BYTES)
  if (!/^[\w-]+$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === length && bytes.toString('base64url') === text ? uuidOf(bytes.subarray(0, ORG_BYTES)) : null
}

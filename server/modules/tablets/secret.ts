import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'

const credential = z.tuple([z.uuid(), z.uuid(), z.string().regex(/^[A-Za-z0-9_-]{43}$/)])

/** DeviceCredential is what a device's cookie says: its organization, itself, and the secret that proves it. */
export interface DeviceCredential {
  readonly orgId: string
  readonly deviceId: string
  readonly secret: string
}

/** newSecret makes a secret of 256 random bits; only its hash is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** hashSecret is what is stored of a secret: its sha256 as hex. A slow hash is not needed for 256 random bits. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** writeCredential makes the text of a device's cookie. */
export const writeCredential = ({ orgId, deviceId, secret }: DeviceCredential): string => `${orgId}.${deviceId}.${secret}`

/** readCredential reads a device's cookie; null when it does not look like one. */
export function readCredential(text: string | undefined): DeviceCredential | null {
  const parsed = credential.safeParse(text?.split('.'))
  if (!parsed.success) return null
  const [orgId, deviceId, secret] = parsed.data
  return { orgId, deviceId, secret }
}

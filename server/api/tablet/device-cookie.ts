import { readCredential, writeCredential, type DeviceCredential } from '#server/modules/tablets/index.ts'
import { env } from '#server/platform/env.ts'
import { publicUrl } from '#server/platform/origins.ts'

const NAME = 'mw_device'
// Browsers keep no cookie longer than 400 days; each answer that sets it begins them anew.
const MAX_AGE_S = 400 * 24 * 3600

/** deviceCookieOf reads the device's cookie of a request; null without one. */
export function deviceCookieOf(headers: Headers): DeviceCredential | null {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return readCredential(pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1))
}

const attributes = (maxAge: number): string =>
  `; Path=/api; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${publicUrl(env()).startsWith('https://') ? '; Secure' : ''}`

/** deviceCookie makes the header that keeps a device's credential where pages cannot read it. */
export const deviceCookie = (credential: DeviceCredential): string => `${NAME}=${writeCredential(credential)}${attributes(MAX_AGE_S)}`

/** noDeviceCookie makes the header that takes it away. */
export const noDeviceCookie = (): string => `${NAME}=${attributes(0)}`

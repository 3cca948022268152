import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import type { Locale } from '#server/core/people/locales.ts'
import { LOCALE_COOKIE, pickLocale } from './locales.ts'
import type { Messages } from '../messages/en/index.ts'

const catalogs: Readonly<Record<Locale, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('../messages/en/index.ts'),
  de: () => import('../messages/de/index.ts'),
  fr: () => import('../messages/fr/index.ts'),
  es: () => import('../messages/es/index.ts'),
  ar: () => import('../messages/ar/index.ts'),
}

export default getRequestConfig(async () => {
  const locale = pickLocale((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'))
  const { messages } = await catalogs[locale]()
  // Dates are always formatted with the site's zone, given by name; UTC here only makes an omission visible and equal on both sides.
  return { locale, messages, timeZone: 'UTC' }
})

import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LOCALE_COOKIE, pickLocale, type Locale } from './locales.ts'
import type { Messages } from '../messages/en/index.ts'

const catalogs: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('../messages/en/index.ts'),
  de: () => import('../messages/de/index.ts'),
}

export default getRequestConfig(async () => {
  const locale = pickLocale((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'))
  const { messages } = await catalogs[locale]()
  // Dates are always formatted with the site's zone, given by name; UTC here only makes an omission visible and equal on both sides.
  return { locale, messages, timeZone: 'UTC' }
})

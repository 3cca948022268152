import { DEFAULT_LOCALE, isLocale, type Locale } from '#server/core/people/locales.ts'

/** LOCALE_COOKIE is the cookie that remembers the language of this browser. */
export const LOCALE_COOKIE = 'mw-locale'

/**
 * pickLocale chooses the language: the cookie when it names one of ours, else the first language
 * of the Accept-Language header (RFC 9110, in its order of weight) that we speak, else English.
 */
export function pickLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (cookie !== undefined && isLocale(cookie)) return cookie
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find((text) => text !== undefined)
      return { language: tag.toLowerCase().split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { language } of wanted) if (isLocale(language)) return language
  return DEFAULT_LOCALE
}

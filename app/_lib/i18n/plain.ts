import { createTranslator } from 'next-intl'
import { isLocale, languageOf, type Language, type Locale } from '#server/core/people/locales.ts'
import type en from '../messages/en/public.json'
import { isolate } from './isolate.ts'
import { pickLocale } from './locales.ts'

const catalogs: Readonly<Record<Locale, () => Promise<{ readonly default: typeof en }>>> = {
  en: () => import('../messages/en/public.json'),
  de: () => import('../messages/de/public.json'),
  fr: () => import('../messages/fr/public.json'),
  es: () => import('../messages/es/public.json'),
  ar: () => import('../messages/ar/public.json'),
}

/** plainWords gives the texts of the pages that work without a program: in the language asked for in the address, else the browser's. */
export async function plainWords(asked: string | null, acceptLanguage: string | null) {
  const locale = asked !== null && isLocale(asked) ? asked : pickLocale(undefined, acceptLanguage)
  const { default: texts } = await catalogs[locale]()
  const language: Language = languageOf(locale)
  const words = language.direction === 'rtl' ? isolate(texts) : texts
  return { locale, language, t: createTranslator({ locale, messages: { public: words }, namespace: 'public' }) }
}

/** PlainWords are the texts of a plain page, with their language. */
export type PlainWords = Awaited<ReturnType<typeof plainWords>>

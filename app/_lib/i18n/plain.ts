import { createTranslator } from 'next-intl'
import { isLocale, languageOf, type Language, type Locale } from '#server/core/people/locales.ts'
import type en from '../messages/en/public.json'
import { pickLocale } from './locales.ts'

const catalogs: Readonly<Record<Locale, () => Promise<{ readonly default: typeof en }>>> = {
  en: () => import('../messages/en/public.json'),
  de: () => import('../messages/de/public.json'),
  fr: () => import('../messages/fr/public.json'),
}

/** plainWords gives the texts of the pages that work without a program: in the language asked for in the address, else the browser's. */
export async function plainWords(asked: string | null, acceptLanguage: string | null) {
  const locale = asked !== null && isLocale(asked) ? asked : pickLocale(undefined, acceptLanguage)
  const words = (await catalogs[locale]()).default
  return { locale, language: languageOf(locale) satisfies Language, t: createTranslator({ locale, messages: { public: words }, namespace: 'public' }) }
}

/** PlainWords are the texts of a plain page, with their language. */
export type PlainWords = Awaited<ReturnType<typeof plainWords>>

import { createTranslator } from 'next-intl'
import { isLocale, languageOf, type Language, type Locale } from '#server/core/people/locales.ts'
import type isolation from '../messages/en/isolation.json'
import type en from '../messages/en/public.json'
import { isolate } from './isolate.ts'
import { pickLocale } from './locales.ts'

type Catalog = () => Promise<readonly [{ readonly default: typeof en }, { readonly default: typeof isolation }]>

const catalogs: Readonly<Record<Locale, Catalog>> = {
  en: () => Promise.all([import('../messages/en/public.json'), import('../messages/en/isolation.json')]),
  de: () => Promise.all([import('../messages/de/public.json'), import('../messages/de/isolation.json')]),
  fr: () => Promise.all([import('../messages/fr/public.json'), import('../messages/fr/isolation.json')]),
  es: () => Promise.all([import('../messages/es/public.json'), import('../messages/es/isolation.json')]),
  ar: () => Promise.all([import('../messages/ar/public.json'), import('../messages/ar/isolation.json')]),
}

/** plainWords gives the texts of the pages that work without a program: in the language asked for in the address, else the browser's. */
export async function plainWords(asked: string | null, acceptLanguage: string | null) {
  const locale = asked !== null && isLocale(asked) ? asked : pickLocale(undefined, acceptLanguage)
  const [words, safety] = await catalogs[locale]()
  const language: Language = languageOf(locale)
  const read = <Tree extends object>(tree: Tree): Tree => (language.direction === 'rtl' ? isolate(tree) : tree)
  return {
    locale, language, t: createTranslator({ locale, messages: { public: read(words.default) }, namespace: 'public' }),
    /** The desk's words of isolation and permits. */
    safety: createTranslator({ locale, messages: { isolation: read(safety.default) }, namespace: 'isolation' }),
  }
}

/** PlainWords are the texts of a plain page, with their language. */
export type PlainWords = Awaited<ReturnType<typeof plainWords>>

'use client'

import { useEffect, useState } from 'react'
import { languageOf, type Locale } from '#server/core/people/locales.ts'
import { LOCALE_COOKIE, pickLocale } from '../../../../_lib/i18n/locales.ts'
import type { TabletMessages } from '../../../../_lib/messages/en/for-tablet.ts'

// Each language is a file of its own; the worker keeps all of them, so that the language can be changed without a network.
const CATALOGUES: Readonly<Record<Locale, () => Promise<{ readonly messages: TabletMessages }>>> = {
  en: () => import('../../../../_lib/messages/en/for-tablet.ts'),
  de: () => import('../../../../_lib/messages/de/for-tablet.ts'),
  fr: () => import('../../../../_lib/messages/fr/for-tablet.ts'),
  es: () => import('../../../../_lib/messages/es/for-tablet.ts'),
  ar: () => import('../../../../_lib/messages/ar/for-tablet.ts'),
}

const YEAR_S = 365 * 24 * 3600

const cookieOf = (): string | undefined => document.cookie.split('; ').find((pair) => pair.startsWith(`${LOCALE_COOKIE}=`))?.slice(LOCALE_COOKIE.length + 1)

/** Words is the language on screen and all its texts. */
export interface Words {
  readonly locale: Locale
  readonly messages: TabletMessages
}

/** LocaleChoice is the words, null until they are there; whether they could not be had; and a function that changes the language for a year. */
export interface LocaleChoice {
  readonly words: Words | null
  readonly failed: boolean
  readonly choose: (locale: Locale) => void
}

/** useLocaleChoice speaks the language of this browser: the one chosen here, else the device's own. */
export function useLocaleChoice(): LocaleChoice {
  const [locale, setLocale] = useState<Locale | null>(null)
  const [words, setWords] = useState<Words | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => { setLocale(pickLocale(cookieOf(), navigator.languages.join(','))) }, [])
  useEffect(() => {
    if (locale === null) return undefined
    let wanted = true
    CATALOGUES[locale]().then(({ messages }) => {
      if (!wanted) return
      document.documentElement.lang = locale
      document.documentElement.dir = languageOf(locale).direction
      setFailed(false)
      setWords({ locale, messages })
    }, () => { if (wanted) setFailed(true) })
    return () => { wanted = false }
  }, [locale])
  return {
    words, failed,
    choose: (next) => {
      document.cookie = `${LOCALE_COOKIE}=${next}; path=/; max-age=${YEAR_S}; samesite=lax`
      setLocale(next)
    },
  }
}

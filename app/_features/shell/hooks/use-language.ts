'use client'

import { useMutation } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect } from 'react'
import type { Locale } from '#server/core/people/locales.ts'
import { LOCALE_COOKIE } from '../../../_lib/i18n/locales.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'

const YEAR_S = 365 * 24 * 3600

/** useLanguage gives the language on screen and a function that changes it, here at once and for the person everywhere. */
export function useLanguage(): readonly [Locale, (locale: Locale) => void] {
  const router = useRouter()
  const shown = useLocale()
  const { mutate } = useMutation(useTRPC().me.setLocale.mutationOptions())
  const show = useCallback((locale: Locale) => {
    document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_S}; samesite=lax`
    router.refresh()
  }, [router])
  return [shown, (locale) => {
    mutate({ locale })
    show(locale)
  }]
}

/** useOwnLanguage shows the person's own language on a browser that knows none yet. */
export function useOwnLanguage(): void {
  const router = useRouter()
  const { locale } = useMe()
  useEffect(() => {
    if (document.cookie.split('; ').some((pair) => pair.startsWith(`${LOCALE_COOKIE}=`))) return
    document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_S}; samesite=lax`
    if (document.documentElement.lang !== locale) router.refresh()
  }, [locale, router])
}

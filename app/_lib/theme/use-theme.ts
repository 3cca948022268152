'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { readTheme, THEME_COOKIE, type ThemeChoice } from './theme.ts'

const YEAR_S = 365 * 24 * 3600
const DARK = '(prefers-color-scheme: dark)'
const listeners = new Set<() => void>()

const choiceOfCookie = (): ThemeChoice =>
  readTheme(document.cookie.split('; ').find((pair) => pair.startsWith(`${THEME_COOKIE}=`))?.slice(THEME_COOKIE.length + 1))

function show(choice: ThemeChoice): void {
  document.documentElement.dataset['theme'] = choice === 'system' ? (matchMedia(DARK).matches ? 'dark' : 'light') : choice
}

function subscribe(changed: () => void): () => void {
  const media = matchMedia(DARK)
  const follow = (): void => {
    if (choiceOfCookie() === 'system') show('system')
  }
  listeners.add(changed)
  media.addEventListener('change', follow)
  return () => {
    listeners.delete(changed)
    media.removeEventListener('change', follow)
  }
}

/** useTheme gives the person's choice and a function that changes it here, now and for a year. */
export function useTheme(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  const choice = useSyncExternalStore(subscribe, choiceOfCookie, () => 'system' as const)
  const choose = useCallback((next: ThemeChoice) => {
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR_S}; samesite=lax`
    show(next)
    for (const changed of listeners) changed()
  }, [])
  return [choice, choose]
}

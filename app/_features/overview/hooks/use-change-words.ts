'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

interface ChangeText {
  readonly key: string
  readonly params: Readonly<Record<string, string | null>>
}

/** useChangeWords puts a change of the server into words; an unknown kind is still told, by its key. */
export function useChangeWords(): (text: ChangeText) => string {
  const t = useTranslations('overview.changes.text')
  return useCallback(({ key, params: { asset, number } }) => {
    // The server's keys are the messages' keys; one that is not among them is caught here.
    const known = key as 'order.closed'
    return t.has(known) ? t(known, { asset: asset ?? '', number: number ?? '' }) : [key, asset, number].filter(Boolean).join(' ')
  }, [t])
}

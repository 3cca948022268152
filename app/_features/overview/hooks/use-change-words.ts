'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

interface ChangeText {
  readonly key: string
  readonly params: Readonly<Record<string, string | number | null>>
}

/** useChangeWords puts a change of the server into words; an unknown kind is still told, by its key. */
export function useChangeWords(): (text: ChangeText) => string {
  const t = useTranslations('overview.changes.text')
  return useCallback(({ key, params }) => {
    const known = key as Parameters<typeof t>[0]
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? '']))
    return t.has(known) ? (t as (key: string, values: Record<string, string | number>) => string)(key, values) : `${key} ${Object.values(values).join(' ')}`
  }, [t])
}

'use client'

import { useTranslations } from 'next-intl'

/** useReason gives the words for why a reading was rejected; a code without words is shown as it is. */
export function useReason(): (code: string) => string {
  const t = useTranslations('sources.rejects')
  return (code) => {
    // The server's codes are the messages' keys.
    const key = `reason.${code}` as 'reason.range'
    return t.has(key) ? t(key) : code
  }
}

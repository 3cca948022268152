'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { Button } from '../../../_ui/button.tsx'

/** Command is text for a terminal, with a button that copies it. */
export function Command({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  const t = useTranslations('sources.connect')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      toast(t('copied'))
    } catch (error) {
      // On plain HTTP from another machine browsers offer no clipboard.
      toast(`${t('copyFailed')}${error instanceof Error && error.message !== '' ? ` (${error.message})` : ''}`)
    }
  }
  return (
    <div className="mt-2 rounded-md border border-line bg-canvas">
      <pre tabIndex={0} role="group" aria-label={label} className="num overflow-x-auto p-2.5 text-11 break-all whitespace-pre-wrap focus-visible:-outline-offset-2"><code>{text}</code></pre>
      <div className="flex justify-end border-t border-line-soft p-1"><Button size="sm" variant="quiet" aria-label={`${t('copy')}: ${label}`} onPress={copy}>{t('copy')}</Button></div>
    </div>
  )
}

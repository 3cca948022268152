'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'

interface KeyTextProps {
  readonly text: string
  /** What it is for and what to do with it, where it is no API key. */
  readonly note?: ReactNode
  readonly onDone?: () => void
}

/** KeyText shows a new key or secret the only time it can be seen, with a button that copies it where the browser allows that. */
export function KeyText({ text, note, onDone }: KeyTextProps): ReactNode {
  const t = useTranslations('admin.keys')
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch (error) {
      // On plain HTTP from another machine there is no clipboard; the text can still be selected.
      setCopied(!(error instanceof Error))
    }
  }
  return (
    <div className="grid gap-3">
      <p className="text-13">{note ?? t('once')}</p>
      <code className="num rounded-md border border-g8 bg-g2 px-2.5 py-2 font-sans text-13 break-all select-all">{text}</code>
      <p aria-live="polite" className="min-h-4 text-12 text-fg-2">{copied === null ? '' : copied ? t('copied') : t('notCopied')}</p>
      <div className="flex gap-2">
        <Button variant="primary" onPress={() => { void copy() }}>{t('copy')}</Button>
        {onDone !== undefined && <Button onPress={onDone}>{t('kept')}</Button>}
      </div>
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

const LINES = ['precision', 'interval', 'alert', 'rate', 'lead', 'cost', 'window'] as const

/** Receipts unfolds how every figure is reckoned and what is left out of it. */
export function Receipts({ definition }: { readonly definition: number }): ReactNode {
  const t = useTranslations('verdicts.receipts')
  return (
    <details className="rounded-lg border border-line bg-surface text-13">
      <summary className="touch flex min-h-10 cursor-pointer items-center px-3.5 font-mid">{t('title')}<span className="ms-2 font-text text-fg-2">{t('definition', { version: definition })}</span></summary>
      <ul className="grid max-w-[90ch] list-disc gap-1.5 px-3.5 pb-3 ps-8 text-pretty">
        {LINES.map((line) => <li key={line}>{t(line)}</li>)}
      </ul>
    </details>
  )
}

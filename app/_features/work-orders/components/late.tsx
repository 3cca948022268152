'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** Late marks what came after the end of the order. */
export function Late({ late }: { readonly late: boolean }): ReactNode {
  const t = useTranslations('workOrder')
  return late ? <span className="ms-2 rounded-sm border border-line px-1 text-12 text-fg-2">{t('lateEntry')}</span> : null
}

'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TimeAgo } from '../../../_ui/time.tsx'

interface ReachedProps {
  readonly endpoint: { readonly enabled: boolean; readonly lastOkAt: string | null; readonly lastError: string | null }
}

/** Reached says how it last went at a place: reached, in trouble, or gone. */
export function Reached({ endpoint: { enabled, lastOkAt, lastError } }: ReachedProps): ReactNode {
  const t = useTranslations('notify.settings')
  if (!enabled) return <span className="text-12">{t('off')}</span>
  if (lastError !== null) return <span className="text-12 font-mid">{t('failing', { error: lastError })}</span>
  return lastOkAt === null ? null : <span className="text-12 text-fg-2">{t('well')} <TimeAgo at={lastOkAt} /></span>
}

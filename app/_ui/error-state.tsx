'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

interface ErrorStateProps {
  /** What happened, in the server's or our words. */
  readonly message: string
  readonly onRetry?: () => void
}

/** ErrorState says what happened, and offers to try again. */
export function ErrorState({ message, onRetry }: ErrorStateProps): ReactNode {
  const t = useTranslations('common')
  return (
    <div role="alert" className="flex items-start gap-2.5 rounded-lg border border-g8 bg-surface p-3.5 text-13">
      <TriangleAlert size={16} strokeWidth={1.5} aria-hidden className="mt-px" />
      <div className="min-w-0">
        <p className="max-w-[75ch]"><b>{t('error.title')}</b> {message}</p>
        {onRetry !== undefined && <Button size="sm" className="mt-2" onPress={onRetry}>{t('error.retry')}</Button>}
      </div>
    </div>
  )
}

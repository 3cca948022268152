'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { Progress } from '../../../../_ui/progress.tsx'
import type { Sending } from '../../hooks/use-uploads.ts'

interface SendingRowProps {
  readonly sending: Sending
  readonly onDrop: () => void
  readonly onAgain: () => void
}

/** SendingRow is a file on its way with how far it is, or why it was not taken and what to do. */
export function SendingRow({ sending, onDrop, onAgain }: SendingRowProps): ReactNode {
  const t = useTranslations('workOrder.files')
  const { name, share, error, broken } = sending
  if (error === null) {
    return (
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1 [&_label]:truncate"><Progress label={name} share={share} /></div>
        <Button size="sm" onPress={onDrop} aria-label={t('cancelOf', { name })}>{t('cancel')}</Button>
      </div>
    )
  }
  return (
    <div role="alert" className="rounded-lg border border-g8 p-3 text-13">
      <p className="font-strong break-words">{t('notSent', { name })}</p>
      <p className="mt-0.5 max-w-[75ch] text-fg-2">{error}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {broken && <Button size="sm" onPress={onAgain}>{t('again')}</Button>}
        <Button size="sm" variant="quiet" onPress={onDrop}>{t('dismiss')}</Button>
      </div>
    </div>
  )
}

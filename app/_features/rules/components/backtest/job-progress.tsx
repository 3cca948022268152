'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../../_lib/format/ages.ts'
import { useNow } from '../../../../_lib/time/now.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Progress } from '../../../../_ui/progress.tsx'
import { timeLeft, type JobRow } from '../../prepare/backtest-job.ts'

interface JobProgressProps {
  readonly job: JobRow
  /** Ends it; null for those who may not. */
  readonly onCancel: (() => void) | null
  readonly isCancelling: boolean
}

/** JobProgress says how far a job is, how many readings it has judged and how long it still takes, and lets one end it; it goes on when the page is left. */
export function JobProgress({ job, onCancel, isCancelling }: JobProgressProps): ReactNode {
  const t = useTranslations('backtest.progress')
  const locale = useLocale()
  const left = timeLeft(job, useNow())
  return (
    <div className="grid gap-3 text-13">
      {job.state === 'queued'
        ? <p role="status" className="max-w-[75ch]">{t('queued')}</p>
        : (
            <div className="max-w-[560px]">
              <Progress label={t('running')} share={job.progress} />
              <p className="mt-1.5 text-12 text-fg-2">{t('judged', { count: job.readings })}{left !== null && <>, {t('left', { age: formatAge(left, locale) })}</>}</p>
            </div>
          )}
      <p className="max-w-[75ch] text-12 text-fg-2">{t('leave')}</p>
      {/* Not pending: that is announced by reference to a button, and this one is gone when it is done. */}
      {onCancel !== null && <div><Button isDisabled={isCancelling} onPress={onCancel}>{t('cancel')}</Button></div>}
    </div>
  )
}

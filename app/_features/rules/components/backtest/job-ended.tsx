'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import { Button } from '../../../../_ui/button.tsx'
import type { JobRow } from '../../prepare/backtest-job.ts'

/** JobEnded says why a job has no result, and offers the one thing that helps: to begin it again (null for those who may not). */
export function JobEnded({ job, onAgain, isStarting }: { readonly job: JobRow; readonly onAgain: (() => void) | null; readonly isStarting: boolean }): ReactNode {
  const t = useTranslations('backtest.ended')
  const { says } = useServerWords()
  return (
    <div role="status" className="grid justify-items-start gap-2.5 text-13">
      <p className="max-w-[75ch] text-pretty">
        {job.state === 'cancelled' ? t('cancelled', { count: job.readings }) : <><b className="font-strong">{t('failed')}</b> {says(job.failure, job.error ?? t('unknown'))}</>}
      </p>
      {onAgain !== null && <Button isDisabled={isStarting} onPress={onAgain}>{t('again')}</Button>}
    </div>
  )
}

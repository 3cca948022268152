'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { RateStrip } from './rate-strip.tsx'

const SHOWN = ['unacknowledged', 'acknowledged', 'returned', 'stale'] as const

/** AlarmCounts say how many alarms there are and, where there is room, how many came in the last day. */
export function AlarmCounts({ isNarrow }: { readonly isNarrow: boolean }): ReactNode {
  const t = useTranslations('alarms.counts')
  const { data } = useQuery(useTRPC().alarms.counts.queryOptions())
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-8 gap-y-3">
      <dl aria-label={t('label')} className="grid grid-cols-2 gap-x-8 gap-y-2 sm:flex sm:flex-wrap">
        {SHOWN.map((key) => (
          <div key={key} className="flex flex-col-reverse">
            <dt className="text-12 text-fg-2">{t(key)}</dt>
            <dd className="num text-20 font-strong">{data?.[key] ?? '–'}</dd>
          </div>
        ))}
      </dl>
      {!isNarrow && <RateStrip />}
    </div>
  )
}

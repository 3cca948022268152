'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { RANGES, rangeOf } from '../prepare/filters.ts'
import { BadActors } from './bad-actors.tsx'
import { Figures } from './figures.tsx'
import { Floods } from './floods.tsx'
import { LineRates } from './line-rates.tsx'
import { RatePanel } from './rate-panel.tsx'

interface ReportProps {
  readonly hours: number
  readonly onHours: (hours: number) => void
  readonly onChoose: (id: string) => void
}

/** Report tells how many alarms there were, set against the standards, and which to put right first. */
export function Report({ hours, onHours, onChoose }: ReportProps): ReactNode {
  const t = useTranslations('alarms.report')
  const range = rangeOf(hours)
  const { data, error, refetch, isPlaceholderData } = useQuery(useTRPC().alarms.report.queryOptions({ hours: range }, { placeholderData: keepPreviousData }))
  return (
    <>
      <div className="mb-3"><Segmented label={t('range')} value={String(range)} onChange={(id) => { onHours(Number(id)) }} choices={RANGES.map((one) => ({ id: String(one), label: t(`ranges.${one}`) }))} /></div>
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {data === undefined && error === null && <div className="rounded-lg border border-line bg-surface"><SkeletonRows rows={6} /></div>}
      {data !== undefined && (data.summary.total === 0 ? <EmptyState>{t('empty')}</EmptyState> : (
        <div className={isPlaceholderData ? 'grid gap-4 opacity-60' : 'grid gap-4'}>
          <RatePanel report={data} />
          <BadActors report={data} onChoose={onChoose} />
          <LineRates report={data} />
          <Figures report={data} />
          <Floods report={data} onChoose={onChoose} />
        </div>
      ))}
    </>
  )
}

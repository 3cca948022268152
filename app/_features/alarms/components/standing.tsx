'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { isFiltered, NOTHING, queryOf, type Filters } from '../prepare/filters.ts'
import { AlarmFilters } from './alarm-filters.tsx'
import { AlarmList } from './alarm-list.tsx'

interface StandingProps {
  readonly filters: Filters
  readonly onChange: (change: Partial<Filters>) => void
}

/** Standing is the list of alarms that somebody still has to do with, filtered and paged by the address. */
export function Standing({ filters, onChange }: StandingProps): ReactNode {
  const t = useTranslations('alarms')
  const query = useTRPC().alarms.list.queryOptions(queryOf(useDeferredValue(filters)), { placeholderData: keepPreviousData })
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(query)
  return (
    <>
      <AlarmFilters filters={filters} onChange={onChange} />
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {isPending && <div className="rounded-lg border border-line bg-surface"><SkeletonRows rows={6} /></div>}
      {data?.items.length === 0 && (
        isFiltered(filters)
          ? <EmptyState action={<Button size="sm" onPress={() => { onChange(NOTHING) }}>{t('filters.clear')}</Button>}>{t('noMatch')}</EmptyState>
          : <EmptyState action={<Button size="sm" onPress={() => { onChange({ tab: 'report' }) }}>{t('tabs.report')}</Button>}>{t('empty')}</EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <div className={isPlaceholderData ? 'opacity-60' : undefined}>
          <AlarmList alarms={data.items} filters={filters} onChoose={(alarm) => { onChange({ alarm }) }} />
          <nav aria-label={t('pages')} className="mt-3 flex items-center gap-2">
            {filters.cursor !== null && <Button onPress={() => { onChange({ cursor: null }) }}>{t('first')}</Button>}
            {data.nextCursor !== null && <Button onPress={() => { onChange({ cursor: data.nextCursor }) }}>{t('next')}</Button>}
          </nav>
        </div>
      )}
    </>
  )
}

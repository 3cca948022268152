'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { foldedQueryOf, type Filters } from '../prepare/filters.ts'
import type { Alarm } from '../prepare/view.ts'

interface FoldedRowsProps {
  readonly alarm: Alarm
  readonly filters: Filters
  readonly onLoaded: (alarms: readonly Alarm[]) => void
  readonly row: (alarm: Alarm) => ReactNode
}

const SHOWN_FIRST = 3

/** FoldedRows are the alarms folded under a first-out, page by page; none is left out. */
export function FoldedRows({ alarm, filters, onLoaded, row }: FoldedRowsProps): ReactNode {
  const t = useTranslations('alarms.row')
  const query = useInfiniteQuery(useTRPC().alarms.list.infiniteQueryOptions(foldedQueryOf(filters, alarm.key), { getNextPageParam: ({ nextCursor }) => nextCursor }))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query
  const alarms = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  useEffect(() => { onLoaded(alarms) })
  if (error !== null) return <ErrorState message={error.message} onRetry={() => { void refetch() }} />
  if (data === undefined) return <SkeletonRows rows={Math.min(alarm.folded.count, SHOWN_FIRST)} />
  return (
    <div className="border-t border-line-soft bg-g2">
      <ul aria-label={t('folded', { machine: alarm.asset.tag })} className="divide-y divide-line-soft">{alarms.map(row)}</ul>
      {hasNextPage && <div className="px-3.5 py-2"><Button size="sm" isPending={isFetchingNextPage} onPress={() => { void fetchNextPage() }}>{t('more')}</Button></div>}
    </div>
  )
}

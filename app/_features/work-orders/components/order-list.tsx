'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { useFilters } from '../hooks/use-filters.ts'
import { isFiltered, isRaised, NOT_RAISED, queryOf } from '../prepare/filters.ts'
import { NewOrder } from './new-order.tsx'
import { OrderFilters } from './order-filters.tsx'
import { OrderTable } from './order-table.tsx'
import { RaisedNote } from './raised-note.tsx'

/** OrderList shows the orders in the person's reach, filtered and paged by the address. */
export function OrderList(): ReactNode {
  const t = useTranslations('workOrder.list')
  const may = useMay()
  const [filters, set] = useFilters()
  const [making, setMaking] = useState(false)
  const query = useTRPC().workOrders.list.queryOptions(queryOf(useDeferredValue(filters)), { placeholderData: keepPreviousData })
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(query)
  return (
    <>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-2.5 gap-y-2">
        <h1 className="text-20 font-strong">{t('title')}</h1>
        {data !== undefined && <p className="num me-auto text-13 text-fg-2">{t('counts', data.counts)}</p>}
        {may('work-order.create') && <Button variant="primary" onPress={() => { setMaking(true) }}>{t('new')}</Button>}
      </div>
      <OrderFilters filters={filters} onChange={set} />
      {isRaised(filters) && <RaisedNote filters={filters} names={data?.raised ?? null} onClear={() => { set(NOT_RAISED) }} />}
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {isPending && <div className="rounded-lg border border-line bg-surface"><SkeletonRows rows={8} /></div>}
      {data?.items.length === 0 && (
        isFiltered(filters)
          ? <EmptyState action={<Button size="sm" onPress={() => { set({ scope: 'everyone', source: null, priority: null, q: '', ...NOT_RAISED }) }}>{t('clear')}</Button>}>{t('noMatch')}</EmptyState>
          : <EmptyState>{t(`empty.${filters.stage}`)}</EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <div className={isPlaceholderData ? 'opacity-60' : undefined}>
          <OrderTable orders={data.items} />
          <nav aria-label={t('pages')} className="mt-3 flex items-center gap-2">
            {filters.cursor !== null && <Button onPress={() => { set({ cursor: null }) }}>{t('first')}</Button>}
            {data.nextCursor !== null && <Button onPress={() => { set({ cursor: data.nextCursor }) }}>{t('next')}</Button>}
          </nav>
        </div>
      )}
      {making && <NewOrder onClose={() => { setMaking(false) }} />}
    </>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { SkeletonRows } from '../../../../_ui/skeleton.tsx'
import { DoorSite } from './door-site.tsx'

/** Doors says which sites take requests without an account: the switch, what somebody in danger reads there, and the posters. */
export function Doors(): ReactNode {
  const t = useTranslations('requests.doors')
  const { data, error, isPending, refetch } = useQuery(useTRPC().requests.doors.queryOptions())
  return (
    <Panel title={t('title')} note={t('note')}>
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {isPending && <SkeletonRows rows={2} height="h-10" />}
      {data?.length === 0 && <EmptyState>{t('none')}</EmptyState>}
      <div className="grid gap-5">{data?.map((site) => <DoorSite key={site.id} site={site} />)}</div>
    </Panel>
  )
}

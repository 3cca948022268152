'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { DesignPanel } from './design-panel.tsx'
import { OutagePanel } from './outage-panel.tsx'
import { ShelfPanel } from './shelf-panel.tsx'
import { SuppressedPanel } from './suppressed-panel.tsx'

/** HeldAlarms shows everything that is kept from calling people, by whom and why, and ends it in place. */
export function HeldAlarms({ onChoose }: { readonly onChoose: (id: string) => void }): ReactNode {
  const { data, error, refetch } = useQuery(useTRPC().alarms.held.queryOptions())
  if (error !== null) return <ErrorState message={error.message} onRetry={() => { void refetch() }} />
  if (data === undefined) return <div className="rounded-lg border border-line bg-surface"><SkeletonRows rows={4} /></div>
  return (
    <div className="grid gap-4">
      <ShelfPanel shelves={data.shelves} onChoose={onChoose} />
      <OutagePanel outages={data.outages} />
      <SuppressedPanel suppressed={data.suppressed} onChoose={onChoose} />
      <DesignPanel suppressions={data.suppressions} mayConfigure={data.mayConfigure} />
    </div>
  )
}

'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { countFleet } from '../prepare/fleet.ts'
import { Changes } from './changes.tsx'
import { FirstDay } from './first-day.tsx'
import { Floods } from './floods.tsx'
import { FleetByLine } from './fleet-by-line.tsx'
import { SituationRow } from './situation-row.tsx'

/** Overview answers one question: what needs me now? Situations ranked, then the fleet, then what changed. */
export function Overview({ firstDayHidden }: { readonly firstDayHidden: boolean }): ReactNode {
  const t = useTranslations('overview')
  const { data } = useSuspenseQuery(useTRPC().overview.get.queryOptions({}))
  const counts = countFleet(data.fleet)
  return (
    <>
      <div className="mb-2.5 flex flex-wrap items-baseline gap-x-2.5">
        <h1 className="text-20 font-strong">{t('title', { count: data.situations.length })}</h1>
        <p className="text-13 text-fg-2">{t('note', { able: counts.able, all: counts.all })}</p>
      </div>
      <FirstDay hidden={firstDayHidden} />
      <Floods floods={data.floods} />
      {data.situations.length === 0
        ? <EmptyState>{t('calm')}</EmptyState>
        : <ul className="rounded-lg border border-line bg-surface">{data.situations.map((situation) => <SituationRow key={`${situation.kind} ${situation.id}`} situation={situation} />)}</ul>}
      <div className="mt-4 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_350px]">
        <FleetByLine fleet={data.fleet} />
        <Changes changes={data.changes} />
      </div>
    </>
  )
}

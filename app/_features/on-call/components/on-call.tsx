'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { Abilities } from './abilities.tsx'
import { RosterForm } from './roster-form.tsx'
import { RosterPanel } from './roster-panel.tsx'

/** OnCall is who is on call in a week, by area and skill: who is now, where nobody is, and who is away. */
export function OnCall(): ReactNode {
  const t = useTranslations('onCall')
  const may = useMay()
  const trpc = useTRPC()
  const [weeksLater, setWeeksLater] = useState(0)
  const [making, setMaking] = useState(false)
  const { data, error, refetch } = useQuery(trpc.onCall.week.queryOptions({ weeksLater }, { placeholderData: keepPreviousData }))
  const make = may('notify.edit') && <Button onPress={() => { setMaking(true) }}>{t('make')}</Button>
  return (
    <>
      <header className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-20 font-strong">{t('title')}</h1>
        <span className="text-13 text-fg-2">{t('note')}</span>
        <div className="ms-auto flex flex-wrap items-center gap-2">
          <Button size="sm" aria-label={t('before')} onPress={() => { setWeeksLater(weeksLater - 1) }}>‹</Button>
          <span className="num text-13">{t('week')} {data !== undefined && <Timestamp at={data.from} style="day" />}</span>
          <Button size="sm" aria-label={t('after')} onPress={() => { setWeeksLater(weeksLater + 1) }}>›</Button>
          {weeksLater !== 0 && <Button size="sm" onPress={() => { setWeeksLater(0) }}>{t('thisWeek')}</Button>}
          {data !== undefined && data.rosters.length > 0 && make}
        </div>
      </header>
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {data === undefined && error === null && <SkeletonRows rows={4} />}
      {data?.rosters.length === 0 && <EmptyState action={make}>{t('none')}</EmptyState>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">{data?.rosters.map((roster) => <RosterPanel key={roster.id} roster={roster} week={data} />)}</div>
      {may('notify.edit') && <Abilities />}
      {making && data !== undefined && <RosterForm roster={null} week={data} onClose={() => { setMaking(false) }} />}
    </>
  )
}

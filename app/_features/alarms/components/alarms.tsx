'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { cx } from '../../../_ui/cx.ts'
import { Segmented } from '../../../_ui/segmented.tsx'
import { useFilters } from '../hooks/use-filters.ts'
import { TABS } from '../prepare/filters.ts'
import { AlarmCounts } from './alarm-counts.tsx'
import { HeldAlarms } from './held-alarms.tsx'
import { Report } from './report.tsx'
import { Standing } from './standing.tsx'
import { WhyPlace } from './why-place.tsx'

/** Alarms answers: what is new, what is standing, what is noise? One list, what is kept quiet, and the report; why an alarm fired stands beside it. */
export function Alarms(): ReactNode {
  const t = useTranslations('alarms')
  const [filters, set] = useFilters()
  const { data: counts } = useQuery(useTRPC().alarms.counts.queryOptions())
  const held = counts === undefined || counts.held === 0 ? '' : ` ${counts.held}`
  return (
    <div className={cx('grid grid-cols-[minmax(0,1fr)] items-start gap-6', filters.alarm !== null && 'xl:grid-cols-[minmax(0,1fr)_352px]')}>
      <div className="min-w-0">
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="me-auto text-20 font-strong">{t('title')}</h1>
          <Segmented label={t('view')} value={filters.tab} onChange={(tab) => { set({ tab }) }} choices={TABS.map((id) => ({ id, label: `${t(`tabs.${id}`)}${id === 'held' ? held : ''}` }))} />
        </div>
        {filters.tab === 'standing' && <><AlarmCounts isNarrow={filters.alarm !== null} /><Standing filters={filters} onChange={set} /></>}
        {filters.tab === 'held' && <HeldAlarms onChoose={(alarm) => { set({ alarm }) }} />}
        {filters.tab === 'report' && <Report hours={filters.hours} onHours={(hours) => { set({ hours }) }} onChoose={(alarm) => { set({ alarm }) }} />}
      </div>
      {filters.alarm !== null && <WhyPlace key={filters.alarm} id={filters.alarm} onChoose={(alarm) => { set({ alarm }) }} />}
    </div>
  )
}

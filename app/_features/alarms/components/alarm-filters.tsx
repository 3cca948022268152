'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { FilterBar, FilterSelect, PriorityFilter } from '../../../_ui/filter-bar.tsx'
import { KINDS, STATES, type Filters } from '../prepare/filters.ts'
import { machinesOf, placesOf } from '../prepare/tree.ts'

interface AlarmFiltersProps {
  readonly filters: Filters
  readonly onChange: (change: Partial<Filters>) => void
}

/** AlarmFilters narrow the list: by words, state, priority, place, and what it is about. */
export function AlarmFilters({ filters, onChange }: AlarmFiltersProps): ReactNode {
  const t = useTranslations('alarms.filters')
  const { sites } = useMe()
  const { data: tree } = useQuery(useTRPC().assets.tree.queryOptions({}))
  const machine = tree === undefined || filters.asset === null ? null : (machinesOf(tree).find(({ id }) => id === filters.asset)?.label ?? t('oneMachine'))
  return (
    <FilterBar find={{ label: t('find'), value: filters.q, onChange: (q) => { onChange({ q }) } }} more={t('more')}>
      <FilterSelect label={t('state')} value={filters.state} onChange={(state) => { onChange({ state }) }} choices={STATES.map((id) => ({ id, label: t(`states.${id}`) }))} />
      <PriorityFilter label={t('priority')} value={filters.priority} onChange={(priority) => { onChange({ priority }) }} />
      {sites.length > 1 && <FilterSelect label={t('site')} value={filters.site} onChange={(site) => { onChange({ site }) }} choices={sites.map(({ id, name }) => ({ id, label: name }))} />}
      <FilterSelect label={t('place')} value={filters.place} onChange={(place) => { onChange({ place }) }} choices={tree === undefined ? [] : placesOf(tree)} />
      <FilterSelect label={t('kind')} value={filters.kind} onChange={(kind) => { onChange({ kind }) }} choices={KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))} />
      {machine !== null && <Button onPress={() => { onChange({ asset: null }) }}>{t('machine', { machine })} ×</Button>}
    </FilterBar>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { FilterBar, FilterSelect, PriorityFilter } from '../../../_ui/filter-bar.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { Select } from '../../../_ui/select.tsx'
import { SCOPES, SORTS, SOURCES, STAGES, type Filters } from '../prepare/filters.ts'

interface OrderFiltersProps {
  readonly filters: Filters
  readonly onChange: (change: Partial<Filters>) => void
}

/** OrderFilters narrow the list: by state, by whose it is, by origin, priority and words. */
export function OrderFilters({ filters, onChange }: OrderFiltersProps): ReactNode {
  const t = useTranslations('workOrder.list')
  const words = useOrderWords()
  const lead = (
    <>
      <Segmented label={t('stage')} value={filters.stage} onChange={(stage) => { onChange({ stage }) }} choices={STAGES.map((id) => ({ id, label: t(`stages.${id}`) }))} />
      <Segmented label={t('scope')} value={filters.scope} onChange={(scope) => { onChange({ scope }) }} choices={SCOPES.map((id) => ({ id, label: t(`scopes.${id}`) }))} />
    </>
  )
  return (
    <FilterBar lead={lead} find={{ label: t('find'), value: filters.q, onChange: (q) => { onChange({ q }) } }} more={t('more')}>
      <FilterSelect label={t('source')} value={filters.source} onChange={(source) => { onChange({ source }) }} choices={SOURCES.map((id) => ({ id, label: words.source(id) }))} />
      <PriorityFilter label={t('priority')} value={filters.priority} onChange={(priority) => { onChange({ priority }) }} />
      <Select
        label={t('sort')} className="w-36 max-md:w-full" value={filters.sort} onChange={(id) => { onChange({ sort: SORTS.find((known) => known === id) ?? 'priority' }) }}
        choices={SORTS.map((id) => ({ id, label: t(`sorts.${id}`) }))}
      />
    </FilterBar>
  )
}

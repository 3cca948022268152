'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { cx } from '../../../_ui/cx.ts'
import { Segmented } from '../../../_ui/segmented.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { SCOPES, SORTS, SOURCES, STAGES, type Filters } from '../prepare/filters.ts'

const ANY = 'any'
const PRIORITIES = ['1', '2', '3', '4'] as const

interface OrderFiltersProps {
  readonly filters: Filters
  readonly onChange: (change: Partial<Filters>) => void
}

/** OrderFilters narrow the list: by state, by whose it is, by origin, priority and words; on a phone the rarer ones unfold. */
export function OrderFilters({ filters, onChange }: OrderFiltersProps): ReactNode {
  const t = useTranslations()
  const words = useOrderWords()
  const [more, setMore] = useState(false)
  const rare = cx('w-36 max-md:w-full', !more && 'max-md:hidden')
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2">
      <Segmented label={t('workOrder.list.stage')} value={filters.stage} onChange={(stage) => { onChange({ stage }) }} choices={STAGES.map((id) => ({ id, label: t(`workOrder.list.stages.${id}`) }))} />
      <Segmented label={t('workOrder.list.scope')} value={filters.scope} onChange={(scope) => { onChange({ scope }) }} choices={SCOPES.map((id) => ({ id, label: t(`workOrder.list.scopes.${id}`) }))} />
      <TextField label={t('workOrder.list.find')} className="min-w-48 flex-1 sm:max-w-72" type="search" value={filters.q} onChange={(q) => { onChange({ q }) }} />
      <Button className="md:hidden" aria-expanded={more} onPress={() => { setMore(!more) }}>{t('workOrder.list.more')}</Button>
      <Select
        label={t('workOrder.list.source')} className={rare} value={filters.source ?? ANY} onChange={(id) => { onChange({ source: SOURCES.find((known) => known === id) ?? null }) }}
        choices={[{ id: ANY, label: t('common.all') }, ...SOURCES.map((id) => ({ id, label: words.source(id) }))]}
      />
      <Select
        label={t('workOrder.list.priority')} className={rare} value={filters.priority === null ? ANY : String(filters.priority)} onChange={(id) => { onChange({ priority: id === ANY ? null : Number(id) }) }}
        choices={[{ id: ANY, label: t('common.all') }, ...PRIORITIES.map((id) => ({ id, label: `${id} ${t(`common.priority.${id}`)}` }))]}
      />
      <Select
        label={t('workOrder.list.sort')} className={rare} value={filters.sort} onChange={(id) => { onChange({ sort: SORTS.find((known) => known === id) ?? 'priority' }) }}
        choices={SORTS.map((id) => ({ id, label: t(`workOrder.list.sorts.${id}`) }))}
      />
    </div>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { cx } from '../../../_ui/cx.ts'
import { Select, type Choice } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { KINDS, STATES, type Filters } from '../prepare/filters.ts'
import { machinesOf, placesOf } from '../prepare/tree.ts'

const ANY = 'any'
const PRIORITIES = ['1', '2', '3', '4'] as const

interface AlarmFiltersProps {
  readonly filters: Filters
  readonly onChange: (change: Partial<Filters>) => void
}

/** AlarmFilters narrow the list: by words, state, priority, place, and what it is about; on a phone the rarer ones unfold. */
export function AlarmFilters({ filters, onChange }: AlarmFiltersProps): ReactNode {
  const t = useTranslations('alarms.filters')
  const common = useTranslations('common')
  const { sites } = useMe()
  const [more, setMore] = useState(false)
  const { data: tree } = useQuery(useTRPC().assets.tree.queryOptions({}))
  const rare = cx('w-34 max-md:w-full', !more && 'max-md:hidden')
  const select = (label: string, choices: readonly Choice[], value: string | null, set: (id: string | null) => void): ReactNode => (
    <Select label={label} className={rare} value={value ?? ANY} onChange={(id) => { set(id === ANY ? null : id) }} choices={[{ id: ANY, label: common('all') }, ...choices]} />
  )
  const machine = tree === undefined || filters.asset === null ? null : (machinesOf(tree).find(({ id }) => id === filters.asset)?.label ?? t('oneMachine'))
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2">
      <TextField label={t('find')} className="min-w-40 flex-1 sm:max-w-64" type="search" value={filters.q} onChange={(q) => { onChange({ q }) }} />
      <Button className="md:hidden" aria-expanded={more} onPress={() => { setMore(!more) }}>{t('more')}</Button>
      {select(t('state'), STATES.map((id) => ({ id, label: t(`states.${id}`) })), filters.state, (id) => { onChange({ state: STATES.find((known) => known === id) ?? null }) })}
      {select(t('priority'), PRIORITIES.map((id) => ({ id, label: `${id} ${common(`priority.${id}`)}` })), filters.priority === null ? null : String(filters.priority), (id) => { onChange({ priority: id === null ? null : Number(id) }) })}
      {sites.length > 1 && select(t('site'), sites.map(({ id, name }) => ({ id, label: name })), filters.site, (site) => { onChange({ site }) })}
      {select(t('place'), tree === undefined ? [] : placesOf(tree), filters.place, (place) => { onChange({ place }) })}
      {select(t('kind'), KINDS.map((id) => ({ id, label: t(`kinds.${id}`) })), filters.kind, (id) => { onChange({ kind: KINDS.find((known) => known === id) ?? null }) })}
      {machine !== null && <Button onPress={() => { onChange({ asset: null }) }}>{t('machine', { machine })} ×</Button>}
    </div>
  )
}

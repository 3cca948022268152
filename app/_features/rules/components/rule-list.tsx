'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useDeferredValue, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { FILTERS, LIST_SORTS, shownRules, sortedList } from '../prepare/list.ts'
import type { RuleRow } from '../prepare/rule.ts'
import { RuleItem } from './rule-item.tsx'

const LIST_DAYS = 90
const STALE_MS = 60_000

const controls = {
  q: parseAsString.withDefault('').withOptions({ limitUrlUpdates: { method: 'debounce', timeMs: 300 } }),
  show: parseAsStringLiteral(FILTERS).withDefault('all'),
  sort: parseAsStringLiteral(LIST_SORTS).withDefault('standing'),
}

/** RuleList is every rule as a sentence, narrowed and sorted by the address. */
export function RuleList({ rules }: { readonly rules: readonly RuleRow[] }): ReactNode {
  const t = useTranslations('rules.list')
  const verdicts = useTranslations('verdicts.list')
  const [{ q, show, sort }, set] = useQueryStates(controls)
  // What verdicts say comes after the list, which is there at once.
  const { data: board } = useQuery(useTRPC().rules.precisionBoard.queryOptions({ days: LIST_DAYS }, { staleTime: STALE_MS }))
  const figures = new Map((board?.rules ?? []).map((rule) => [rule.id, rule]))
  const shown = sortedList(shownRules(rules, show, useDeferredValue(q)), sort, figures)
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-3">
        <TextField label={t('find')} value={q} onChange={(text) => { void set({ q: text === '' ? null : text }) }} type="search" className="w-full sm:w-56" />
        <Segmented label={t('filter')} value={show} choices={FILTERS.map((id) => ({ id, label: t(`filters.${id}`) }))} onChange={(id) => { void set({ show: id }) }} />
        <Select
          label={verdicts('sort')} value={sort} className="w-48 max-sm:w-full" choices={LIST_SORTS.map((id) => ({ id, label: verdicts(`sorts.${id}`) }))}
          onChange={(id) => { void set({ sort: LIST_SORTS.find((one) => one === id) ?? 'standing' }) }}
        />
      </div>
      {shown.length === 0
        ? <EmptyState action={<Button size="sm" onPress={() => { void set({ q: null, show: null }) }}>{t('clear')}</Button>}>{t('noMatch', { count: rules.length })}</EmptyState>
        : <ul className="rounded-lg border border-line bg-surface">{shown.map((rule) => <RuleItem key={rule.id} rule={rule} figures={figures.get(rule.id)?.figures} />)}</ul>}
    </>
  )
}

'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useDeferredValue, type ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { Term } from '../../../_ui/term.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { FILTERS, shownRules } from '../prepare/list.ts'
import { NewRule } from './new-rule.tsx'
import { RuleItem } from './rule-item.tsx'

const controls = {
  q: parseAsString.withDefault('').withOptions({ limitUrlUpdates: { method: 'debounce', timeMs: 300 } }),
  show: parseAsStringLiteral(FILTERS).withDefault('all'),
  new: parseAsBoolean.withDefault(false),
}

/** Rules lists every rule as a sentence: where it holds, which version, what it found. */
export function Rules(): ReactNode {
  const t = useTranslations('rules.list')
  const may = useMay()
  const { data } = useSuspenseQuery(useTRPC().rules.list.queryOptions())
  const [{ q, show, new: making }, set] = useQueryStates(controls)
  const query = useDeferredValue(q)
  const shown = shownRules(data, show, query)
  const make = may('rule.edit') ? <Button variant="primary" onPress={() => { void set({ new: true }) }}>{t('new')}</Button> : undefined
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="mr-auto min-w-0">
          <h1 className="text-20 font-strong">{t('title', { count: data.length })}</h1>
          <p className="max-w-[75ch] text-13 text-fg-2">{t.rich('note', { term: (chunks) => <Term term="rule">{chunks}</Term> })}</p>
        </div>
        {data.length > 0 && (
          <>
            <TextField label={t('find')} value={q} onChange={(text) => { void set({ q: text === '' ? null : text }) }} type="search" className="w-full sm:w-56" />
            <Segmented label={t('filter')} value={show} choices={FILTERS.map((id) => ({ id, label: t(`filters.${id}`) }))} onChange={(id) => { void set({ show: id }) }} />
            {make}
          </>
        )}
      </div>
      {data.length === 0 && <EmptyState action={make}>{t('none')}</EmptyState>}
      {data.length > 0 && shown.length === 0 && (
        <EmptyState action={<Button size="sm" onPress={() => { void set({ q: null, show: null }) }}>{t('clear')}</Button>}>{t('noMatch', { count: data.length })}</EmptyState>
      )}
      {shown.length > 0 && <ul className="rounded-lg border border-line bg-surface">{shown.map((rule) => <RuleItem key={rule.id} rule={rule} />)}</ul>}
      {making && may('rule.edit') && <NewRule onClose={() => { void set({ new: null }) }} />}
    </>
  )
}

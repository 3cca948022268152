'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsBoolean, parseAsStringLiteral, useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Board } from './board/board.tsx'
import { NewRule } from './new-rule.tsx'
import { RuleList } from './rule-list.tsx'

const VIEWS = ['list', 'board'] as const

const controls = { new: parseAsBoolean.withDefault(false), view: parseAsStringLiteral(VIEWS).withDefault('list') }

/** Rules shows every rule: as a sentence (where it holds, which version, what it found), or on a board by how often it was right. */
export function Rules(): ReactNode {
  const t = useTranslations('rules.list')
  const verdicts = useTranslations('verdicts.list')
  const files = useTranslations('ruleFiles')
  const may = useMay()
  const { data } = useSuspenseQuery(useTRPC().rules.list.queryOptions())
  const [{ new: making, view }, set] = useQueryStates(controls)
  const make = may('rule.edit') ? <Button variant="primary" onPress={() => { void set({ new: true }) }}>{t('new')}</Button> : undefined
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="me-auto min-w-0">
          <h1 className="text-20 font-strong">{t('title', { count: data.length })}</h1>
          <p className="max-w-[75ch] text-13 text-fg-2">{t.rich('note', { term: (chunks) => <Term term="rule">{chunks}</Term> })}</p>
        </div>
        {data.length > 0 && (
          <>
            <Segmented label={verdicts('view')} value={view} choices={VIEWS.map((id) => ({ id, label: verdicts(`views.${id}`) }))} onChange={(id) => { void set({ view: id }, { history: 'push' }) }} />
            <Link href="/rules/files" className="touch inline-flex min-h-8 items-center text-13">{files('link')}</Link>
            {make}
          </>
        )}
      </div>
      {data.length === 0 ? <EmptyState action={make}>{t('none')}</EmptyState> : view === 'board' ? <Board /> : <RuleList rules={data} />}
      {making && may('rule.edit') && <NewRule onClose={() => { void set({ new: null }) }} />}
    </>
  )
}

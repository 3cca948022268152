'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { LinkButton } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { inOrder, stateOf, totalRate } from '../prepare/source.ts'
import { Connect } from './connect.tsx'
import { SourceCard } from './source-card.tsx'

const EVERY_MS = 15_000

interface SourcesProps {
  /** Where this installation is reached, for the commands. */
  readonly origin: string
  /** A moment for the example (RFC 3339). */
  readonly at: string
}

/** Sources answers: what is connected, and is it alive? And it leads to, or tells, how to connect more. */
export function Sources({ origin, at }: SourcesProps): ReactNode {
  const t = useTranslations('sources')
  const locale = useLocale()
  const now = useNow()
  const { data } = useSuspenseQuery(useTRPC().sources.list.queryOptions(undefined, { refetchInterval: EVERY_MS }))
  const silent = data.filter((source) => ['silent', 'never'].includes(stateOf(source, now))).length
  const add = useMay()('source.edit') ? <LinkButton href="/sources/new" variant="primary">{t('add')}</LinkButton> : undefined
  return (
    <div className={add === undefined ? undefined : 'max-w-[1120px]'}>
      <div className="mb-2.5 flex flex-wrap items-baseline gap-x-2.5 gap-y-2">
        <h1 className="text-20 font-strong">{t('title', { count: data.length, silent })}</h1>
        {data.length > 0 && <p className="min-w-0 flex-1 text-13 text-fg-2 max-sm:basis-full">{t('note', { rate: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(totalRate(data)) })}</p>}
        {data.length > 0 && add}
      </div>
      <div className={add === undefined ? 'grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_380px]' : undefined}>
        {data.length === 0
          ? <EmptyState action={add}>{add === undefined ? t('noneBeside') : t('none')}</EmptyState>
          : <ul className="rounded-lg border border-line bg-surface">{inOrder(data, now).map((source) => <SourceCard key={source.id} source={source} />)}</ul>}
        {/* Whoever may add one is led through it; others can tell somebody how. */}
        {add === undefined && <Connect sources={data} origin={origin} at={at} />}
      </div>
    </div>
  )
}

'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { headlineOf } from '../prepare/health.ts'
import { Facts } from './facts.tsx'
import { HealthRow } from './health-row.tsx'

const EVERY_MS = 5000

/** System answers: is the system itself well? Sentences, worst first, each with what to do; asked again every five seconds. */
export function System(): ReactNode {
  const t = useTranslations('system.page')
  const { data } = useSuspenseQuery(useTRPC().system.health.queryOptions(undefined, { refetchInterval: EVERY_MS }))
  const { key, count } = headlineOf(data.sentences)
  return (
    <>
      <div className="mb-2.5 flex flex-wrap items-baseline gap-x-2.5">
        <h1 className="text-20 font-strong">{t(`title.${key}`, { count })}</h1>
        <p className="text-13 text-fg-2">{t('note')}</p>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_324px]">
        <ul aria-label={t('sentences')} className="rounded-lg border border-line bg-surface">
          {data.sentences.map((sentence) => <HealthRow key={`${sentence.key} ${Object.values(sentence.params)[0] ?? ''}`} sentence={sentence} />)}
        </ul>
        <Facts facts={data.facts} />
      </div>
    </>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { AblePeople } from './able-people.tsx'
import { Skills } from './skills.tsx'

/** Abilities is what people can do and which areas they know: whom the rosters call first. For those who write rosters. */
export function Abilities(): ReactNode {
  const t = useTranslations('onCall.abilities')
  const { data, error, refetch } = useQuery(useTRPC().onCall.abilities.queryOptions())
  return (
    <section aria-label={t('title')} className="mt-6">
      <h2 className="text-15 font-strong">{t('title')}</h2>
      <p className="mb-3 max-w-[75ch] text-13 text-fg-2">{t('note')}</p>
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {data === undefined && error === null && <SkeletonRows rows={3} />}
      {data !== undefined && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_420px]">
          <AblePeople view={data} />
          <Skills view={data} />
        </div>
      )}
    </section>
  )
}

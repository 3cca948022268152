'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { newDraft } from '../../prepare/setup/draft.ts'
import { Setup } from './setup.tsx'

interface NewSourceProps {
  readonly origin: string
  readonly at: string
  /** How a broker will know the new source. */
  readonly clientId: string
}

/** NewSource adds a source in three steps, the last of which is a live test. */
export function NewSource({ origin, at, clientId }: NewSourceProps): ReactNode {
  const t = useTranslations('setup')
  const { data: places } = useSuspenseQuery(useTRPC().sources.places.queryOptions())
  return (
    <>
      <h1 className="text-20 font-strong">{t('title')}</h1>
      <p className="mt-0.5 mb-4 text-13 text-fg-2">{t('lead')}</p>
      <Setup start={{ draft: newDraft(places.length === 1 ? (places[0]?.id ?? null) : null, clientId), source: null, stage: 'what', fixed: false }} places={places} origin={origin} at={at} />
    </>
  )
}

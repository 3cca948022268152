'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { sourceDraft } from '../../prepare/setup/stored.ts'
import { Setup } from './setup.tsx'

interface EditSourceProps {
  readonly id: string
  readonly origin: string
  readonly at: string
  readonly stage: 'how' | 'test'
}

/** EditSource shows how a source does right now, and changes its settings. */
export function EditSource({ id, origin, at, stage }: EditSourceProps): ReactNode {
  const t = useTranslations('setup')
  const { data: source } = useSuspenseQuery(useTRPC().sources.get.queryOptions({ id }))
  // What is typed here must not be overwritten by what the server says meanwhile.
  const [opened] = useState(source)
  const fixed = opened.demo || (opened.kind !== 'mqtt' && opened.kind !== 'http')
  return (
    <>
      <h1 className="text-20 font-strong break-words">{source.name}</h1>
      <p className="mt-0.5 mb-4 text-13 text-pretty text-fg-2">{opened.demo ? t('leadDemo') : t('leadEdit')}</p>
      <Setup
        start={{ draft: sourceDraft(opened), source: { id, version: opened.version }, stage: fixed ? 'test' : stage, fixed }}
        places={[{ id: opened.siteId, name: opened.siteName, code: '' }]} origin={origin} at={at}
      />
    </>
  )
}

'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '../../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { KeyText } from '../../../../_ui/key-text.tsx'
import { keyCommand } from '../../prepare/connect.ts'
import type { SourceDraft } from '../../prepare/setup/draft.ts'
import { Command } from '../command.tsx'
import { FirstReading } from './first-reading.tsx'

interface HowHttpProps {
  readonly draft: SourceDraft
  readonly siteId: string
  /** The source once it is made; null before. */
  readonly sourceId: string | null
  readonly origin: string
  readonly at: string
  /** Makes the source and gives its id. */
  readonly onMake: () => Promise<string>
}

// The button that was pressed is gone: the key, which is seen only now, comes next.
const takeFocus = (element: HTMLElement | null): void => { element?.focus() }

/** HowHttp makes a source with a key of its own, and shows the command that sends its first reading. */
export function HowHttp({ draft, siteId, sourceId, origin, at, onMake }: HowHttpProps): ReactNode {
  const t = useTranslations('setup.http')
  const trpc = useTRPC()
  const may = useMay()
  const { data: points = [] } = useQuery(trpc.sources.points.queryOptions({ siteId }))
  const makeKey = useMutation(trpc.keys.create.mutationOptions())
  const make = useMutation({
    mutationFn: async () => {
      const id = sourceId ?? await onMake()
      return may('key.edit') ? makeKey.mutateAsync({ name: draft.name.trim(), scopes: ['ingest'], site: siteId, sourceId: id }) : null
    },
  })
  const text = make.data?.key
  return (
    <div className="grid max-w-[640px] gap-4">
      <p className="max-w-[75ch] text-13 text-pretty">{may('key.edit') ? t('why') : t('whyNoKey')}</p>
      {make.error !== null && <ErrorState message={make.error.message} />}
      {text === undefined && (sourceId === null || may('key.edit')) && (
        <div><Button variant="primary" isPending={make.isPending} onPress={() => { make.mutate() }}>{sourceId === null ? (may('key.edit') ? t('make') : t('makeOnly')) : t('another')}</Button></div>
      )}
      {text !== undefined && <div ref={takeFocus} tabIndex={-1} className="outline-none"><KeyText text={text} /></div>}
      {sourceId !== null && !may('key.edit') && <Command label={t('keyCommand')} text={keyCommand(draft.name.trim())} />}
      {sourceId !== null && <FirstReading points={points} origin={origin} at={at} keyText={make.data?.key} />}
    </div>
  )
}

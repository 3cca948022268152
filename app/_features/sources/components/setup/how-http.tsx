'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMay } from '../../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { KeyText } from '../../../../_ui/key-text.tsx'
import { SuggestField } from '../../../../_ui/suggest-field.tsx'
import { keyCommand, sendCommand } from '../../prepare/connect.ts'
import type { SourceDraft } from '../../prepare/setup/draft.ts'
import { Command } from '../command.tsx'

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
  const [key, setKey] = useState('')
  const makeKey = useMutation(trpc.keys.create.mutationOptions())
  const make = useMutation({
    mutationFn: async () => {
      const id = sourceId ?? await onMake()
      return may('key.edit') ? makeKey.mutateAsync({ name: draft.name.trim(), scopes: ['ingest'], site: siteId, sourceId: id }) : null
    },
  })
  const first = points[0]
  const point = points.find((one) => one.key === key) ?? first
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
      {sourceId !== null && point !== undefined && (
        <div>
          <p className="mb-2 text-13">{t('send')}</p>
          <SuggestField label={t('point')} value={key === '' ? point.key : key} onChange={setKey} choices={points.map(({ key: id, name, machine }) => ({ id, label: id, note: `${name}, ${machine}` }))} className="max-w-sm" />
          <Command label={t('sendCommand')} text={sendCommand({ origin, at, point: point.key, unit: point.unit, ...(text === undefined ? {} : { key: text }) })} />
          <p className="mt-3 text-12 text-fg-2">
            {t.rich('openapi', { a: (chunks) => <a href="/api/v1/openapi.json" className="touch inline-flex min-h-6 items-center rounded-sm text-accent-text underline">{chunks}</a> })}
          </p>
        </div>
      )}
    </div>
  )
}

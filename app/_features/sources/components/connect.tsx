'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { keyCommand, sendCommand } from '../prepare/connect.ts'
import type { Source } from '../prepare/source.ts'
import { Command } from './command.tsx'

interface ConnectProps {
  readonly sources: readonly Source[]
  /** Where this installation is reached, for the commands. */
  readonly origin: string
  readonly at: string
}

/** Connect says how a machine's readings get here, in three steps with the exact commands. */
export function Connect({ sources, origin, at }: ConnectProps): ReactNode {
  const t = useTranslations('sources.connect')
  const trpc = useTRPC()
  const may = useMay()
  const machine = sources.flatMap((source) => source.machines)[0]
  const { data } = useQuery(trpc.assets.get.queryOptions(machine !== undefined && may('asset.read') ? { id: machine.id } : skipToken, { staleTime: Infinity }))
  const point = data?.points[0]
  const steps = [
    {
      id: 'key', command: <Command label={t('keyCommand')} text={keyCommand('press-7')} />,
      text: (
        <>
          {t('key')}{' '}
          {may('key.edit')
            ? t.rich('keyHere', { a: (chunks) => <Link href="/admin" className="touch inline-flex min-h-6 items-center">{chunks}</Link> })
            : t('keyAsk')}
        </>
      ),
    },
    { id: 'send', text: t('send'), command: <Command label={t('sendCommand')} text={sendCommand({ origin, at, point: point?.key ?? 'M-7.temp', unit: point?.unit ?? 'Cel' })} /> },
    { id: 'see', text: t('see'), command: null },
  ]
  return (
    <Panel title={t('title')} note={t('note')}>
      <ol className="grid gap-4 text-13">
        {steps.map((step, index) => (
          <li key={step.id} className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2.5">
            <span aria-hidden className="num grid size-6 place-items-center rounded-pill bg-g4 text-12 font-strong">{index + 1}</span>
            <div className="min-w-0 pt-0.5"><p className="text-pretty">{step.text}</p>{step.command}</div>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-12 text-fg-2">
        {t.rich('openapi', { a: (chunks) => <a href="/api/v1/openapi.json" className="touch inline-flex min-h-6 items-center rounded-sm text-accent-text underline">{chunks}</a> })}
      </p>
    </Panel>
  )
}

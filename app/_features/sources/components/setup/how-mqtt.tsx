'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo, useState, type FormEvent, type ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { useListening } from '../../hooks/use-listening.ts'
import type { MqttDraft } from '../../prepare/setup/draft.ts'
import { howProblems } from '../../prepare/setup/problems.ts'
import { tapped } from '../../prepare/setup/taps.ts'
import { BrokerFields } from './broker-fields.tsx'
import { ListenPanel } from './listen-panel.tsx'
import { Mapping } from './mapping.tsx'

interface HowMqttProps {
  readonly draft: MqttDraft
  readonly siteId: string
  /** What the source is called. */
  readonly name: string
  readonly isPending: boolean
  /** What the server said against it. */
  readonly error: string | null
  readonly onChange: (draft: MqttDraft) => void
  readonly onDone: () => void
}

/** HowMqtt asks for the broker, lets the person listen to it, and leads values to points: by a tap, or written by hand. */
export function HowMqtt({ draft, siteId, name, isPending, error, onChange, onDone }: HowMqttProps): ReactNode {
  const t = useTranslations('setup')
  const common = useTranslations('common')
  const [asked, setAsked] = useState<'nothing' | 'broker' | 'all'>('nothing')
  const known = useQuery(useTRPC().sources.points.queryOptions({ siteId })).data
  // That the source feeds a point itself is no news.
  const points = useMemo(() => (known ?? []).map((point) => (point.fedBy === name ? { ...point, fedBy: null } : point)), [known, name])
  const listening = useListening(siteId)
  const problems = howProblems(draft)
  const problem = (path: string): string | undefined => {
    const found = problems.get(path)
    if (found === undefined || asked === 'nothing' || (asked === 'broker' && path.startsWith('mappings'))) return undefined
    return t(`problem.${found}`)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked('all')
    if (problems.size === 0) onDone()
  }
  const messages = listening.view?.heard.messages ?? []
  return (
    <form onSubmit={submit} noValidate className="grid items-start gap-x-5 gap-y-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
      <BrokerFields draft={draft} problem={problem} onChange={onChange} />
      <div className="lg:row-span-3">
        <ListenPanel
          listening={listening} draft={draft} onAsk={() => { if (asked === 'nothing') setAsked('broker') }}
          onTap={(tap) => { onChange(tapped(draft, tap, points)) }}
        />
      </div>
      <Mapping draft={draft} points={points} messages={messages} problem={problem} onChange={onChange} />
      <div className="grid gap-3">
        {asked === 'all' && problems.size > 0 && <p role="alert" className="text-13 font-mid">{t('problems', { count: problems.size })}</p>}
        {error !== null && <ErrorState message={`${error} ${common('error.kept')}`} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button type="submit" variant="primary" isPending={isPending}>{t('try')}</Button>
          <span className="text-12 text-fg-2">{t('tryNote')}</span>
        </div>
      </div>
    </form>
  )
}

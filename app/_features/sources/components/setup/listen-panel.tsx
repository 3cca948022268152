'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import type { ListeningControl } from '../../hooks/use-listening.ts'
import type { MqttDraft } from '../../prepare/setup/draft.ts'
import { placeProblems } from '../../prepare/setup/problems.ts'
import type { Tap } from '../../prepare/setup/taps.ts'
import { HeardTopic } from './heard-topic.tsx'
import { ListeningWords } from './listening-words.tsx'

interface ListenPanelProps {
  readonly listening: ListeningControl
  readonly draft: MqttDraft
  /** Called when it cannot listen yet, so that the fields say why. */
  readonly onAsk: () => void
  readonly onTap: (tap: Tap) => void
}

/** ListenPanel shows what the broker sends before anything is mapped; a tap on a value maps it. */
export function ListenPanel({ listening, draft, onAsk, onTap }: ListenPanelProps): ReactNode {
  const t = useTranslations('setup.listen')
  const [filter, setFilter] = useState('#')
  const [asked, setAsked] = useState(false)
  const problems = placeProblems(draft, filter)
  const { view, isOn, error } = listening
  const begin = (): void => {
    setAsked(true)
    if (problems.size === 0) listening.start(draft, filter)
    else onAsk()
  }
  return (
    <Panel title={t('title')} note={t('note')} bare>
      <div className="grid gap-2.5 px-3.5 pt-3 pb-3.5">
        <div className="flex flex-wrap items-start gap-2.5">
          <TextField label={t('filter')} value={filter} onChange={setFilter} error={asked && problems.has('topic') ? t('filterWrong') : undefined} autoComplete="off" className="min-w-40 flex-1" />
          <div className="mt-5 flex gap-2">
            {isOn
              ? <Button onPress={listening.stop}>{t('stop')}</Button>
              : <Button isPending={listening.isStarting} onPress={begin}>{view === undefined ? t('begin') : t('again')}</Button>}
          </div>
        </div>
        {asked && problems.has('url') && !isOn && <p role="alert" className="text-12 font-mid">{t('needsBroker')}</p>}
        {error !== null && <ErrorState message={error} />}
        <ListeningWords view={view} isOn={isOn} />
      </div>
      {view !== undefined && view.heard.messages.length > 0 && (
        <>
          <p className="border-t border-line-soft px-3.5 pt-2.5 text-12 text-fg-2">{t('tap')}</p>
          <ul aria-label={t('heard')} className="max-h-[60vh] overflow-y-auto">{view.heard.messages.map((message) => <HeardTopic key={message.topic} message={message} draft={draft} onTap={onTap} />)}</ul>
          {view.heard.beyond > 0 && <p className="border-t border-line-soft px-3.5 py-2.5 text-12 text-fg-2">{t('beyond', { count: view.heard.beyond })}</p>}
        </>
      )}
    </Panel>
  )
}

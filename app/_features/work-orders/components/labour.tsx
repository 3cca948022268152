'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMay, useMe } from '../../../_lib/me/use-me.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Age, Timestamp } from '../../../_ui/time.tsx'
import { useOrderCommand } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'
import { TimeForm } from './time-form.tsx'

const OFFERS = [15, 30, 60] as const

/** Labour lists who works or worked on the order and how long; one's own time is written down or corrected here, also after the work. */
export function Labour({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder')
  const now = useNow()
  const { personId } = useMe()
  const may = useMay()
  const commands = useOrderCommand(view.order)
  const [correcting, setCorrecting] = useState<string | null>(null)
  const { entries } = view.labour
  const mayLog = view.allowed.includes('logTime')
  if (entries.length === 0 && !mayLog) return null
  const close = (): void => { setCorrecting(null) }
  return (
    <Panel title={t('labour')} aside={<span className="num">{t('hours', { hours: view.labour.hours })}</span>} bare>
      {commands.error !== null && <div className="p-3.5"><ErrorState message={commands.error} /></div>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="border-t border-line-soft first:border-t-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2 text-13">
              <span className="me-auto">{entry.person.name}</span>
              <Age ms={(entry.endedAt === null ? now : Date.parse(entry.endedAt)) - Date.parse(entry.startedAt)} />
              <span className="flex w-full items-center text-12 text-fg-2">
                <span className="num me-auto">
                  <Timestamp at={entry.startedAt} />{entry.endedAt === null ? ` · ${t('running')}` : <> – <Timestamp at={entry.endedAt} /></>}
                </span>
                {mayLog && (entry.person.id === personId || may('work-order.verify')) && correcting !== entry.id && (
                  <Button size="sm" variant="quiet" aria-label={t('timePanel.correctOf', { person: entry.person.name })} onPress={() => { setCorrecting(entry.id) }}>{t('timePanel.correct')}</Button>
                )}
              </span>
            </div>
            {correcting === entry.id && <TimeForm entry={entry} commands={commands} onDone={close} />}
          </li>
        ))}
      </ul>
      {mayLog && (
        <div className="border-t border-line-soft px-3.5 py-2.5 first:border-t-0">
          <div role="group" aria-label={t('timePanel.add')} className="flex flex-wrap items-center gap-2">
            <span className="text-12 text-fg-2">{t('timePanel.add')}</span>
            {OFFERS.map((minutes) => (
              <Button key={minutes} size="sm" isPending={commands.pending === 'logTime'} onPress={() => { commands.run('logTime', { minutes }) }}>{t('timePanel.minutes', { minutes })}</Button>
            ))}
            <Button size="sm" variant="quiet" onPress={() => { setCorrecting('new') }}>{t('timePanel.other')}</Button>
          </div>
          {correcting === 'new' && <TimeForm entry={null} commands={commands} onDone={close} />}
        </div>
      )}
    </Panel>
  )
}

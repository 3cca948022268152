'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useNow } from '../../../_lib/time/now.tsx'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Age, Timestamp } from '../../../_ui/time.tsx'
import { useOrderCommand } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'
import { DowntimeForm } from './downtime-form.tsx'
import { Late } from './late.tsx'

/** Downtime says for how long the machine stood still and why; the end of an open one is proposed once the work is done. */
export function Downtime({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.downtimePanel')
  const words = useOrderWords()
  const now = useNow()
  const commands = useOrderCommand(view.order)
  const [form, setForm] = useState<string | null>(null)
  const mayRecord = view.allowed.includes('recordDowntime')
  if (view.downtime.length === 0 && !mayRecord) return null
  const reasonName = (code: string): string => view.downtimeReasons.find((reason) => reason.code === code)?.name ?? words.downtime(code)
  const close = (): void => { setForm(null) }
  return (
    <Panel title={t('title')} bare aside={mayRecord && form === null && <Button size="sm" onPress={() => { setForm('new') }}>{t('add')}</Button>}>
      {commands.error !== null && <div className="p-3.5"><ErrorState message={commands.error} /></div>}
      {form === 'new' && <DowntimeForm entry={null} view={view} commands={commands} onDone={close} />}
      <ul>
        {view.downtime.map((one) => (
          <li key={one.id} className="border-t border-line-soft first:border-t-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2 text-13">
              <span className="me-auto min-w-0">{reasonName(one.reason)}{one.planned && <span className="text-fg-2"> · {t('planned')}</span>}<Late late={one.late} /></span>
              <Age ms={(one.to === null ? now : Date.parse(one.to)) - Date.parse(one.from)} />
              <span className="flex w-full items-center text-12 text-fg-2">
                <span className="num me-auto"><Timestamp at={one.from} /> – {one.to === null ? t('open') : <Timestamp at={one.to} />}</span>
                {mayRecord && form !== one.id && <Button size="sm" variant="quiet" onPress={() => { setForm(one.id) }}>{one.to === null ? t('end') : t('change')}</Button>}
              </span>
            </div>
            {form === one.id && <DowntimeForm entry={one} view={view} commands={commands} onDone={close} />}
          </li>
        ))}
      </ul>
      {view.downtime.length === 0 && form === null && <p className="px-3.5 py-2.5 text-13 text-fg-2">{t('none')}</p>}
    </Panel>
  )
}

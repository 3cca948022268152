'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { fromLocalInput, toLocalInput } from '../../../_lib/time/local-input.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { Button } from '../../../_ui/button.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { OrderCommands } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'

type Entry = OrderView['labour']['entries'][number]

/** TimeForm says from when to when somebody worked: in the place of an entry, or as a new one of one's own. */
export function TimeForm({ entry, commands, onDone }: { readonly entry: Entry | null; readonly commands: OrderCommands; readonly onDone: () => void }): ReactNode {
  const t = useTranslations('workOrder')
  const zone = useTimeZone()
  const now = useNow()
  const [start, setStart] = useState(() => toLocalInput(entry === null ? now - HOUR_MS : Date.parse(entry.startedAt), zone))
  const [end, setEnd] = useState(() => toLocalInput(entry?.endedAt == null ? now : Date.parse(entry.endedAt), zone))
  const [asked, setAsked] = useState(false)
  const from = fromLocalInput(start, zone)
  const to = fromLocalInput(end, zone)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (from === null || to === null || to <= from) return
    const span = { startedAt: new Date(from).toISOString(), endedAt: new Date(to).toISOString() }
    commands.run('correctTime', entry === null ? span : { ...span, labourId: entry.id }, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 px-3.5 py-3">
      <TextField type="datetime-local" label={t('form.start')} value={start} onChange={setStart} error={asked && from === null ? t('form.timeMissing') : undefined} />
      <TextField type="datetime-local" label={t('form.end')} value={end} onChange={setEnd} error={asked && (to === null || (from !== null && to <= from)) ? t('form.endMissing') : undefined} />
      <div className="flex gap-2">
        <Button type="submit" isPending={commands.pending === 'correctTime'}>{t('timePanel.keep')}</Button>
        <Button variant="quiet" onPress={onDone}>{t('partsPanel.cancel')}</Button>
      </div>
    </form>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { fromLocalInput, toLocalInput } from '../../../_lib/time/local-input.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { OrderCommands } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'

interface DowntimeFormProps {
  readonly entry: OrderView['downtime'][number] | null
  readonly view: OrderView
  readonly commands: OrderCommands
  readonly onDone: () => void
}

/** DowntimeForm says from when to when a machine stood still, and why; the end may stay open. */
export function DowntimeForm({ entry, view, commands, onDone }: DowntimeFormProps): ReactNode {
  const t = useTranslations('workOrder')
  const words = useOrderWords()
  const zone = useTimeZone()
  const now = useNow()
  const local = (iso: string | null | undefined): string => (iso == null ? '' : toLocalInput(Date.parse(iso), zone))
  const [start, setStart] = useState(() => (entry === null ? toLocalInput(now, zone) : local(entry.from)))
  const [end, setEnd] = useState(() => local(entry?.to ?? entry?.proposedEnd))
  const [reason, setReason] = useState<string | null>(entry?.reason ?? null)
  const [planned, setPlanned] = useState(entry?.planned ?? false)
  const [asked, setAsked] = useState(false)
  const from = fromLocalInput(start, zone)
  const to = fromLocalInput(end, zone)
  const wrongEnd = end !== '' && (to === null || (from !== null && to <= from))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (from === null || wrongEnd || reason === null) return
    commands.run('recordDowntime', {
      from: new Date(from).toISOString(), to: to === null ? null : new Date(to).toISOString(), reason, planned, ...(entry === null ? {} : { downtimeId: entry.id }),
    }, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 border-b border-line-soft px-3.5 py-3">
      <Select
        label={t('downtimePanel.reason')} placeholder={t('downtimePanel.choose')} value={reason} onChange={setReason} error={asked && reason === null ? t('downtimePanel.reasonMissing') : undefined}
        choices={view.downtimeReasons.map(({ code, name }) => ({ id: code, label: name ?? words.downtime(code) }))}
      />
      <TextField type="datetime-local" label={t('form.start')} value={start} onChange={setStart} error={asked && from === null ? t('form.timeMissing') : undefined} />
      <TextField type="datetime-local" label={t('form.end')} value={end} onChange={setEnd} hint={t('downtimePanel.endHint')} error={asked && wrongEnd ? t('form.endMissing') : undefined} />
      <Checkbox isSelected={planned} onChange={setPlanned}>{t('downtimePanel.plannedQuestion')}</Checkbox>
      <div className="flex gap-2">
        <Button type="submit" isPending={commands.pending === 'recordDowntime'}>{t('timePanel.keep')}</Button>
        <Button variant="quiet" onPress={onDone}>{t('partsPanel.cancel')}</Button>
      </div>
    </form>
  )
}

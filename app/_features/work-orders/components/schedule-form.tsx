'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { fromLocalInput, toLocalInput } from '../../../_lib/time/local-input.ts'
import type { CommandFormProps } from './command-form.ts'

const text = (iso: string | null, zone: string): string => (iso === null ? '' : toLocalInput(Date.parse(iso), zone))

/** ScheduleForm says when the work is done, and by whom. */
export function ScheduleForm({ view, commands, onDone }: CommandFormProps): ReactNode {
  const t = useTranslations('workOrder')
  const zone = useTimeZone()
  const [start, setStart] = useState(text(view.order.plannedStart, zone))
  const [end, setEnd] = useState(text(view.order.plannedEnd, zone))
  const [personId, setPersonId] = useState(view.order.assignee?.id ?? null)
  const [asked, setAsked] = useState(false)
  const from = fromLocalInput(start, zone)
  const to = fromLocalInput(end, zone)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (from === null || to === null || to <= from) return
    commands.run('schedule', {
      plannedStart: new Date(from).toISOString(), plannedEnd: new Date(to).toISOString(), ...(personId === null ? {} : { assigneeId: personId }),
    }, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <TextField type="datetime-local" label={t('form.start')} value={start} onChange={setStart} error={asked && from === null ? t('form.timeMissing') : undefined} />
      <TextField type="datetime-local" label={t('form.end')} value={end} onChange={setEnd} error={asked && (to === null || (from !== null && to <= from)) ? t('form.endMissing') : undefined} />
      <Select label={t('assign.person')} placeholder={t('assign.choose')} choices={view.people.map((one) => ({ id: one.id, label: one.name }))} value={personId} onChange={setPersonId} />
      <Button type="submit" variant="primary" size="lg" isPending={commands.pending === 'schedule'}>{t('command.schedule')}</Button>
    </form>
  )
}

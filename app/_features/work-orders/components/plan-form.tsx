'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { Button } from '../../../_ui/button.tsx'
import { NumberField } from '../../../_ui/number-field.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { fromLocalInput, toLocalInput } from '../../../_lib/time/local-input.ts'
import type { CommandFormProps } from './command-form.ts'

/** PlanForm sets how long the work takes and by when it should be done. */
export function PlanForm({ view, commands, onDone }: CommandFormProps): ReactNode {
  const t = useTranslations('workOrder')
  const zone = useTimeZone()
  const { plannedHours, dueAt } = view.order
  const [hours, setHours] = useState(plannedHours === null ? NaN : Number(plannedHours))
  const [due, setDue] = useState(dueAt === null ? '' : toLocalInput(Date.parse(dueAt), zone))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const at = fromLocalInput(due, zone)
    commands.run('plan', { ...(hours > 0 ? { plannedHours: hours } : {}), ...(at === null ? {} : { dueAt: new Date(at).toISOString() }) }, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <NumberField label={t('form.hours')} value={hours} onChange={setHours} minValue={0.25} step={0.25} unit="h" />
      <TextField type="datetime-local" label={t('form.due')} value={due} onChange={setDue} />
      <Button type="submit" variant="primary" size="lg" isPending={commands.pending === 'plan'}>{t('command.plan')}</Button>
    </form>
  )
}

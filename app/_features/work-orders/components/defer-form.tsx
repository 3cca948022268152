'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import { Button } from '../../../_ui/button.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { fromLocalInput } from '../../../_lib/time/local-input.ts'
import type { CommandFormProps } from './command-form.ts'

const SHORTEST = 3

/** DeferForm puts the problem off until a day, with the reason; a worse alarm breaks it. */
export function DeferForm({ commands, onDone }: CommandFormProps): ReactNode {
  const t = useTranslations('workOrder')
  const zone = useTimeZone()
  const now = useNow()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [asked, setAsked] = useState(false)
  const at = fromLocalInput(until, zone)
  const noReason = reason.trim().length < SHORTEST
  const noDate = at === null || at <= now
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!noReason && at !== null && at > now) commands.run('defer', { reason: reason.trim(), until: new Date(at).toISOString() }, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p className="text-13 text-fg-2">{t('form.deferHint')}</p>
      <TextField type="datetime-local" label={t('form.until')} value={until} onChange={setUntil} error={asked && noDate ? t('form.untilMissing') : undefined} />
      <TextField label={t('form.reason')} value={reason} onChange={setReason} rows={3} error={asked && noReason ? t('form.reasonMissing') : undefined} />
      <Button type="submit" variant="primary" size="lg" isPending={commands.pending === 'defer'}>{t('command.defer')}</Button>
    </form>
  )
}

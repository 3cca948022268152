'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { CommandFormProps } from './command-form.ts'

const SHORTEST = 3

/** ReasonForm asks why: needed for rejecting, cancelling and reopening, a remark when approving or saying that one saw it too. */
export function ReasonForm({ command, commands, onDone }: CommandFormProps & { readonly command: 'reject' | 'cancel' | 'reopen' | 'approve' | 'meToo' }): ReactNode {
  const t = useTranslations('workOrder')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const optional = command === 'approve' || command === 'meToo'
  const missing = !optional && reason.trim().length < SHORTEST
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (missing) return
    if (command === 'approve' || command === 'meToo') commands.run(command, reason.trim() === '' ? {} : { note: reason.trim() }, onDone)
    else commands.run(command, { reason: reason.trim() }, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <TextField label={optional ? t('form.note') : t('form.reason')} value={reason} onChange={setReason} rows={3} autoFocus error={asked && missing ? t('form.reasonMissing') : undefined} />
      <Button type="submit" variant="primary" size="lg" isPending={commands.pending === command}>{t(`command.${command}`)}</Button>
    </form>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { holdReason, type HoldReason } from '#server/core/work-orders/enums.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { CommandFormProps } from './command-form.ts'

/** HoldForm asks what the work waits for. */
export function HoldForm({ commands, onDone }: CommandFormProps): ReactNode {
  const t = useTranslations('workOrder')
  const words = useOrderWords()
  const [reason, setReason] = useState<HoldReason | null>(null)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (reason !== null) commands.run('hold', { reason, ...(note.trim() === '' ? {} : { note: note.trim() }) }, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <ChoiceCards
        label={t('form.holdReason')} value={reason} onChange={(id) => { setReason(holdReason.options.find((known) => known === id) ?? null) }}
        choices={holdReason.options.map((id) => ({ id, label: words.hold(id) }))} error={asked && reason === null ? t('form.holdMissing') : undefined}
      />
      <TextField label={t('form.note')} value={note} onChange={setNote} rows={2} />
      <Button type="submit" variant="primary" size="lg" isPending={commands.pending === 'hold'}>{t('command.hold')}</Button>
    </form>
  )
}

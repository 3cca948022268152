'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ShadowCriteria } from '#server/core/rules/shadow.ts'
import { Button } from '../../../../_ui/button.tsx'
import { Dialog } from '../../../../_ui/dialog.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { criteriaOf, FIRST_CRITERIA } from '../../prepare/shadow.ts'
import { CriteriaFields } from './criteria-fields.tsx'

interface TurnDialogProps {
  readonly title: string
  readonly text: ReactNode
  readonly yes: string
  /** Set where criteria are set down with the turn. */
  readonly withCriteria?: boolean
  /** What stands above the reason, such as a choice of version. */
  readonly children?: ReactNode
  readonly onSend: (reason: string, criteria: ShadowCriteria) => Promise<void>
  readonly onClose: () => void
}

const NO_CRITERIA: ShadowCriteria = { kind: 'quiet', days: 1, maxPerMonth: null }

/** TurnDialog asks why before a turn in a rule's life is taken, and for its criteria where there are any; what was typed stays when the server refuses. */
export function TurnDialog({ title, text, yes, withCriteria = false, children, onSend, onClose }: TurnDialogProps): ReactNode {
  const t = useTranslations('verdicts.shadow')
  const common = useTranslations('common')
  const [reason, setReason] = useState('')
  const [form, setForm] = useState(FIRST_CRITERIA)
  const [asked, setAsked] = useState(false)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const criteria = withCriteria ? criteriaOf(form) : NO_CRITERIA
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() === '' || criteria === null) return
    setSending(true)
    setFailure(null)
    try {
      await onSend(reason.trim(), criteria)
      onClose()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setSending(false)
    }
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form onSubmit={send} className="grid gap-3.5 text-13">
        <div className="max-w-[75ch] text-pretty">{text}</div>
        {children}
        {withCriteria && <CriteriaFields form={form} asked={asked} onChange={setForm} />}
        <TextField label={t('why')} hint={t('whyHint')} rows={2} value={reason} onChange={setReason} maxLength={500} error={asked && reason.trim() === '' ? t('whyMissing') : undefined} />
        {failure !== null && <ErrorState message={`${failure} ${common('error.kept')}`} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isSending}>{yes}</Button>
        </div>
      </form>
    </Dialog>
  )
}

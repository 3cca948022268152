'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { RuleActions } from '../hooks/use-rule-actions.ts'

const LONGEST = 500

/** RetireDialog asks before a rule is taken out of force, and why; the reason stands in its history. */
export function RetireDialog({ actions, onClose }: { readonly actions: RuleActions; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('rules.retire')
  const common = useTranslations('common')
  const [reason, setReason] = useState('')
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() === '') return
    setSending(true)
    setFailure(null)
    try {
      await actions.retire(reason.trim())
      onClose()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setSending(false)
    }
  }
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <form onSubmit={send} className="grid gap-3 text-13">
        <p className="max-w-[75ch]">{t('text')}</p>
        <TextField
          label={t('reason')} hint={t('reasonHint')} rows={3} value={reason} maxLength={LONGEST} onChange={setReason} autoFocus
          error={asked && reason.trim() === '' ? t('missing') : undefined}
        />
        {failure !== null && <ErrorState message={`${failure} ${common('error.kept')}`} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isSending}>{t('yes')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

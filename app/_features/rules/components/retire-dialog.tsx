'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
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
  const send = async (): Promise<void> => {
    setSending(true)
    setFailure(null)
    try {
      await actions.retire(reason.trim() === '' ? undefined : reason.trim())
      onClose()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setSending(false)
    }
  }
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <p className="max-w-[75ch] text-13">{t('text')}</p>
      <TextField label={t('reason')} hint={t('reasonHint')} rows={3} value={reason} maxLength={LONGEST} onChange={setReason} className="mt-3" />
      {failure !== null && <div className="mt-3"><ErrorState message={failure} /></div>}
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button variant="primary" isPending={isSending} onPress={send}>{t('yes')}</Button>
      </div>
    </Dialog>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { Draft } from '../hooks/use-draft.ts'
import { useRuleWords } from '../hooks/use-rule-words.ts'
import type { RuleActions } from '../hooks/use-rule-actions.ts'
import { useScopeWords } from '../hooks/use-scope-words.ts'
import type { RuleTrial } from '../hooks/use-try.ts'
import { nextVersion, vocabularyOf, type RuleView } from '../prepare/rule.ts'

interface PublishDialogProps {
  readonly rule: RuleView
  readonly draft: Draft
  readonly actions: RuleActions
  readonly trial: RuleTrial
  readonly onClose: () => void
}

/** PublishDialog asks for a note of why and puts the rule in force; it says once more what that means and how it did in the trial. */
export function PublishDialog({ rule, draft, actions, trial, onClose }: PublishDialogProps): ReactNode {
  const t = useTranslations('rules')
  const common = useTranslations('common')
  const words = useRuleWords()
  const scope = useScopeWords()
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const version = draft.isChanged || rule.draft !== null ? nextVersion(rule) : rule.version ?? 1
  const { preview } = trial.draft
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (note.trim() === '') return
    setSending(true)
    setFailure(null)
    try {
      await actions.publish(draft.isChanged ? draft.definition : null, note.trim())
      onClose()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setSending(false)
    }
  }
  const said = words.says(draft.definition, vocabularyOf(rule))
  return (
    <Dialog title={t('publish.title', { version })} isOpen onClose={onClose}>
      <form onSubmit={send} className="grid gap-3 text-13">
        <p className="font-mid">{said.main}{said.more !== '' && <span className="block font-text text-fg-2">{said.more}</span>}</p>
        <p>{t('publish.text', { scope: scope(rule) })}</p>
        {preview !== null && trial.point !== null && (
          <p>{t('publish.compare', { point: `${trial.point.assetTag} ${trial.point.name}`, times: preview.firings.length, before: trial.published?.preview?.firings.length ?? -1 })}</p>
        )}
        <TextField label={t('publish.note')} hint={t('publish.noteHint')} rows={3} value={note} onChange={setNote} maxLength={500} autoFocus error={asked && note.trim() === '' ? t('publish.missing') : undefined} />
        {failure !== null && <ErrorState message={`${failure} ${common('error.kept')}`} />}
        <p className="text-12 text-fg-2">{t('edit.advice')}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isSending}>{t('publish.yes')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

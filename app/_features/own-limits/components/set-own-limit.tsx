'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { toast } from 'sonner'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import type { LimitOverride } from '#server/core/condition/override.ts'
import type { Vocabulary } from '../../../_lib/rules/vocabulary.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Picker } from '../../../_ui/picker.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { useLimitWords } from '../hooks/use-limit-words.ts'
import { useProblemWords } from '../hooks/use-problem-words.ts'
import { useRefreshLimits } from '../hooks/use-refresh-limits.ts'
import { formOf, overrideOf, problemAt, problemsOf } from '../prepare/form.ts'
import { LimitFields } from './limit-fields.tsx'

/** Machine is a machine by its id, tag and name. */
export interface Machine { readonly id: string; readonly tag: string; readonly name: string }

interface SetOwnLimitProps {
  readonly rule: { readonly id: string; readonly name: string }
  readonly definition: RuleDefinition
  readonly vocabulary: Vocabulary
  /** The machine, or those to choose from. */
  readonly machines: readonly Machine[]
  /** What it has of its own now; null for nothing. */
  readonly own: { readonly limits: LimitOverride | null; readonly fits: boolean; readonly version: number } | null
  readonly onClose: () => void
}

/** SetOwnLimit asks for one machine's own limits and why; what was typed stays when the server refuses. */
export function SetOwnLimit({ rule, definition, vocabulary, machines, own, onClose }: SetOwnLimitProps): ReactNode {
  const t = useTranslations('ownLimits')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const refresh = useRefreshLimits()
  const says = useLimitWords()
  const problemWords = useProblemWords()
  const [only] = machines
  const [machineId, setMachineId] = useState<string | null>(machines.length === 1 ? (only?.id ?? null) : null)
  const [form, setForm] = useState(() => formOf(definition, own?.fits === true ? own.limits : null))
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const machine = machines.find((one) => one.id === machineId) ?? null
  const problems = asked ? problemsOf(definition, form) : []
  const whole = problemAt(problems.filter((one) => one.path.length < 2 && one.path[0] !== 'limit' && one.path[0] !== 'clear' && one.path[0] !== 'low' && one.path[0] !== 'high'))
  const set = useMutation(trpc.rules.setOverride.mutationOptions({
    onSuccess: async () => {
      toast(t('set', { machine: machine?.tag ?? '' }))
      onClose()
    },
    // What stands there now is shown also after a refusal: somebody may have been quicker.
    onSettled: refresh,
  }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    const limits = overrideOf(definition, form)
    if (machine === null || limits === null || reason.trim() === '' || problemsOf(definition, form).length > 0) return
    set.mutate({ ruleId: rule.id, assetId: machine.id, limits, reason: reason.trim(), seen: own?.version ?? 0 })
  }
  return (
    <Dialog title={machines.length === 1 && only ? t('titleOf', { machine: `${only.tag} ${only.name}` }) : t('title')} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-13 text-pretty text-fg-2">{t('hint', { rule: rule.name, limits: says(definition, vocabulary) })}</p>
        {machines.length > 1 && (
          <Picker
            label={t('machine')} value={machineId} onChange={setMachineId} choices={machines.map(({ id, tag, name }) => ({ id, label: `${tag} ${name}` }))}
            error={asked && machine === null ? t('machineMissing') : undefined}
          />
        )}
        <LimitFields definition={definition} vocabulary={vocabulary} form={form} problems={problems} onChange={setForm} />
        {whole !== undefined && <p role="alert" className="text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{problemWords(whole)}</p>}
        <TextField label={t('why')} hint={t('whyHint')} rows={2} value={reason} onChange={setReason} maxLength={500} error={asked && reason.trim() === '' ? t('whyMissing') : undefined} />
        {set.error !== null && <ErrorState message={`${set.error.message} ${common('error.kept')}`} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={set.isPending}>{t('save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { useRefreshLimits } from '../hooks/use-refresh-limits.ts'
import type { Machine } from './set-own-limit.tsx'

interface RemoveOwnLimitProps {
  readonly ruleId: string
  readonly machine: Machine
  readonly version: number
  /** The rule's limits in words: those that will hold. */
  readonly limits: string
  readonly onClose: () => void
}

/** RemoveOwnLimit lets the rule's limits hold for a machine again, and asks why. */
export function RemoveOwnLimit({ ruleId, machine, version, limits, onClose }: RemoveOwnLimitProps): ReactNode {
  const t = useTranslations('ownLimits')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const refresh = useRefreshLimits()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const remove = useMutation(trpc.rules.removeOverride.mutationOptions({
    onSuccess: async () => {
      toast(t('removed', { machine: machine.tag }))
      onClose()
    },
    onSettled: refresh,
  }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() !== '') remove.mutate({ ruleId, assetId: machine.id, reason: reason.trim(), seen: version })
  }
  return (
    <Dialog title={t('removeTitle', { machine: `${machine.tag} ${machine.name}` })} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-13 text-pretty">{t('removeText', { limits })}</p>
        <TextField label={t('why')} rows={2} value={reason} onChange={setReason} maxLength={500} autoFocus error={asked && reason.trim() === '' ? t('whyMissing') : undefined} />
        {remove.error !== null && <ErrorState message={`${remove.error.message} ${common('error.kept')}`} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={remove.isPending}>{t('remove')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

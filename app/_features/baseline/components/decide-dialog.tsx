'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'

interface DecideDialogProps {
  readonly id: string
  readonly accept: boolean
  /** Whether there is an older baseline that could be kept. */
  readonly hasOld: boolean
  readonly onClose: () => void
}

/** DecideDialog says what a decision about a new baseline leads to, and asks why. */
export function DecideDialog({ id, accept, hasOld, onClose }: DecideDialogProps): ReactNode {
  const t = useTranslations('baselines')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const choice = accept ? 'accept' : hasOld ? 'keepOld' : 'learnAgain'
  const decide = useMutation(trpc.assets.decideBaseline.mutationOptions({
    onSuccess: () => {
      toast(t(`done.${choice}`))
      onClose()
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.assets.pathKey() })
      await queryClient.invalidateQueries({ queryKey: trpc.overview.pathKey() })
    },
  }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() !== '') decide.mutate({ id, accept, reason: reason.trim() })
  }
  return (
    <Dialog title={t(choice)} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-13 text-pretty">{t(`leads.${choice}`)}</p>
        <TextField label={t('why')} rows={2} value={reason} onChange={setReason} maxLength={500} autoFocus error={asked && reason.trim() === '' ? t('whyMissing') : undefined} />
        {decide.error !== null && <ErrorState message={`${decide.error.message} ${common('error.kept')}`} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={decide.isPending}>{t(choice)}</Button>
        </div>
      </form>
    </Dialog>
  )
}

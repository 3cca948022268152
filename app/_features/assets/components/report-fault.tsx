'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { toast } from 'sonner'
import { newId } from '../../../_lib/ids.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'

const SHORTEST = 3

interface ReportFaultProps {
  readonly asset: { readonly id: string; readonly tag: string; readonly name: string }
  readonly onClose: () => void
}

/** ReportFault files a request for the machine; sending it twice makes one. */
export function ReportFault({ asset, onClose }: ReportFaultProps): ReactNode {
  const t = useTranslations()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [idempotencyKey] = useState(() => newId())
  const [title, setTitle] = useState('')
  const [description, setDescription] = useState('')
  const [urgency, setUrgency] = useState('3')
  const [asked, setAsked] = useState(false)
  const create = useMutation(trpc.workOrders.create.mutationOptions({
    onSuccess: async () => {
      toast(t('assets.report.sent', { asset: asset.tag }))
      onClose()
      await queryClient.invalidateQueries({ queryKey: trpc.assets.pathKey() })
    },
  }))
  const tooShort = title.trim().length < SHORTEST
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (tooShort) return
    create.mutate({ source: 'request', assetId: asset.id, title, ...(description.trim() === '' ? {} : { description }), priority: Number(urgency) as 1 | 2 | 3 | 4, idempotencyKey })
  }
  return (
    <Dialog title={t('assets.report.title', { asset: `${asset.tag} ${asset.name}` })} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TextField label={t('assets.report.what')} value={title} onChange={setTitle} autoFocus error={asked && tooShort ? t('assets.report.missing') : undefined} />
        <TextField label={t('assets.report.more')} value={description} onChange={setDescription} rows={3} />
        <ChoiceCards
          label={t('assets.report.urgency')} value={urgency} onChange={setUrgency}
          choices={(['1', '2', '3', '4'] as const).map((id) => ({ id, label: t(`common.priority.${id}`), note: t(`assets.report.urgencies.${id}`) }))}
        />
        {create.error !== null && <ErrorState message={create.error.message} />}
        <Button type="submit" variant="primary" size="lg" isPending={create.isPending}>{t('assets.report.send')}</Button>
      </form>
    </Dialog>
  )
}

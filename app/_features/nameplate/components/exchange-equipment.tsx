'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { toLocalInput } from '../../../_lib/time/local-input.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { exchangeOf, exchangeProblems, type ExchangeForm } from '../prepare/exchange.ts'
import type { AssetDetail } from '../prepare/nameplate.ts'
import { SaveDialog } from './save-dialog.tsx'

/** ExchangeEquipment asks which piece of equipment was put at the position, when and why. */
export function ExchangeEquipment({ detail, onClose }: { readonly detail: AssetDetail; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('nameplate.installed')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const zone = useTimeZone()
  const now = useNow()
  const [seen] = useState(detail.equipment)
  const [form, setForm] = useState<ExchangeForm>(() => ({ serial: '', manufacturer: '', model: '', at: toLocalInput(now, zone), reason: '' }))
  const [asked, setAsked] = useState(false)
  const problems = exchangeProblems(form, seen, zone, now)
  const error = (field: keyof ExchangeForm): string | undefined => {
    const key = asked ? problems[field] : undefined
    return key === undefined ? undefined : t(key)
  }
  const change = (next: Partial<ExchangeForm>): void => { setForm((before) => ({ ...before, ...next })) }
  const save = useMutation(trpc.assets.exchangeEquipment.mutationOptions({
    onSuccess: () => {
      toast(t('done', { serial: form.serial.trim(), machine: detail.asset.tag }))
      onClose()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.assets.pathKey() }),
  }))
  const onSave = (): void => {
    setAsked(true)
    const input = Object.keys(problems).length === 0 ? exchangeOf(form, zone) : null
    if (input !== null) save.mutate({ assetId: detail.asset.id, seen: seen?.id ?? null, ...input })
  }
  return (
    <SaveDialog
      title={t('dialogTitle', { machine: `${detail.asset.tag} ${detail.asset.name}` })} hint={t('hint')} failure={save.error?.message ?? null} isPending={save.isPending} onSave={onSave} onClose={onClose}
    >
      <TextField label={t('serial')} value={form.serial} onChange={(serial) => { change({ serial }) }} maxLength={80} error={error('serial')} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={t('manufacturer')} value={form.manufacturer} onChange={(manufacturer) => { change({ manufacturer }) }} maxLength={80} />
        <TextField label={t('model')} value={form.model} onChange={(model) => { change({ model }) }} maxLength={80} />
      </div>
      <TextField type="datetime-local" label={t('at')} value={form.at} onChange={(at) => { change({ at }) }} error={error('at')} />
      <TextField label={t('why')} value={form.reason} onChange={(reason) => { change({ reason }) }} rows={2} maxLength={500} error={error('reason')} />
    </SaveDialog>
  )
}

'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { toast } from 'sonner'
import { formatSince } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { endAfter, QUIET_HOURS } from '../prepare/quiet.ts'

const SHORTEST = 3

interface DeclareMaintenanceProps {
  readonly asset: { readonly id: string; readonly tag: string; readonly name: string }
  readonly onClose: () => void
}

/** DeclareMaintenance keeps the machine's alarms quiet while somebody works on it: why, and until when at the latest. */
export function DeclareMaintenance({ asset, onClose }: DeclareMaintenanceProps): ReactNode {
  const t = useTranslations('assets.quiet')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const now = useNow()
  const locale = useLocale()
  const zone = useTimeZone()
  const [reason, setReason] = useState('')
  const [hours, setHours] = useState('4')
  const [asked, setAsked] = useState(false)
  const until = endAfter(Number(hours), now)
  const declare = useMutation(trpc.assets.declareMaintenance.mutationOptions({
    onSuccess: async () => {
      toast(t('declared', { asset: asset.tag, time: formatSince(until, now, locale, zone) }))
      onClose()
      await queryClient.invalidateQueries({ queryKey: trpc.assets.pathKey() })
    },
  }))
  const missing = reason.trim().length < SHORTEST
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!missing) declare.mutate({ id: asset.id, reason: reason.trim(), until: new Date(until).toISOString() })
  }
  return (
    <Dialog title={t('declareTitle', { asset: `${asset.tag} ${asset.name}` })} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-13 text-fg-2">{t('hint')}</p>
        <TextField label={t('reason')} value={reason} onChange={setReason} autoFocus error={asked && missing ? t('missing') : undefined} />
        <ChoiceCards
          label={t('length')} value={hours} onChange={setHours} columns="grid-cols-3"
          choices={QUIET_HOURS.map((count) => ({ id: String(count), label: t('hours', { count }), note: t('until', { time: formatSince(endAfter(count, now), now, locale, zone) }) }))}
        />
        {declare.error !== null && <ErrorState message={declare.error.message} />}
        <Button type="submit" variant="primary" size="lg" isPending={declare.isPending}>{t('declare')}</Button>
      </form>
    </Dialog>
  )
}

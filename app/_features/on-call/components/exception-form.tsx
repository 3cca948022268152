'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { instantOf } from '#server/core/kernel/local-time.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { Roster, Week } from '../prepare/week.ts'

const NOBODY = 'nobody'

/** The instant of a date field's text, by the site's clocks. */
function momentOf(text: string, zone: string): string | null {
  const at = Date.parse(`${text}Z`)
  if (Number.isNaN(at)) return null
  const day = Math.floor(at / 86_400_000)
  return new Date(instantOf(day, (at - day * 86_400_000) / 60_000, zone)).toISOString()
}

/** ExceptionForm says that somebody is away from a roster, and who stands in. */
export function ExceptionForm({ roster, week, onClose }: { readonly roster: Roster; readonly week: Week; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('onCall.exception')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [away, setAway] = useState(roster.shifts[0]?.personId ?? NOBODY)
  const [instead, setInstead] = useState(NOBODY)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const add = useMutation(trpc.onCall.addException.mutationOptions({
    onSuccess: async () => { onClose(); await queryClient.invalidateQueries({ queryKey: trpc.onCall.pathKey() }) },
  }))
  const people = [{ id: NOBODY, label: t('noOne') }, ...week.people.map(({ id, name }) => ({ id, label: name }))]
  const [begins, ends] = [momentOf(from, roster.zone), momentOf(to, roster.zone)]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (begins === null || ends === null) return
    add.mutate({ rosterId: roster.id, from: begins, to: ends, awayId: away === NOBODY ? null : away, insteadId: instead === NOBODY ? null : instead, reason: reason.trim() === '' ? null : reason.trim() })
  }
  return (
    <Dialog title={`${t('title')}: ${roster.name}`} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Select label={t('who')} value={away} onChange={setAway} choices={people} />
        <Select label={t('whoStands')} value={instead} onChange={setInstead} choices={people} />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField label={t('from')} type="datetime-local" value={from} onChange={setFrom} />
          <TextField label={t('to')} type="datetime-local" value={to} onChange={setTo} />
        </div>
        <TextField label={t('reason')} value={reason} onChange={setReason} />
        {add.error !== null && <ErrorState message={add.error.message} />}
        <Button type="submit" variant="primary" size="lg" isPending={add.isPending} isDisabled={begins === null || ends === null}>{t('save')}</Button>
      </form>
    </Dialog>
  )
}

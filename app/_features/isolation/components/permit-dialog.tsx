'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { fromLocalInput, toLocalInput } from '../../../_lib/time/local-input.ts'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { Acts } from '../hooks/use-acts.ts'
import type { PermitAct } from '../prepare/permit-acts.ts'
import type { Permit } from '../prepare/view.ts'
import { GasFields, readingsOf, type Gases } from './gas-fields.tsx'

interface PermitDialogProps {
  readonly act: PermitAct
  readonly permit: Permit
  readonly mayOverrule: boolean
  readonly acts: Acts
  readonly onClose: () => void
}

const HOUR = 3_600_000
const SHORTEST = 3

/** PermitDialog asks what a command on a permit needs to know; an error keeps what was typed. */
export function PermitDialog({ act, permit, mayOverrule, acts, onClose }: PermitDialogProps): ReactNode {
  const t = useTranslations('isolation')
  const zone = useTimeZone()
  const [words, setWords] = useState('')
  const [to, setTo] = useState(() => toLocalInput(Date.parse(permit.to) + HOUR, zone))
  const [gases, setGases] = useState<Gases>({})
  const end = fromLocalInput(to, zone)
  const text = words.trim()
  const readings = readingsOf(permit.kind, gases)
  const needed = act === 'suspend' || (act === 'close' && permit.status !== 'handed-back')
  const ready = (!needed || text.length >= SHORTEST) && (act !== 'extend' || end !== null) && (act !== 'gasTest' || readings.length > 0)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!ready) return
    const { id } = permit
    const overrule = text === '' ? {} : { overrule: text }
    switch (act) {
      case 'gasTest': acts.permit('gasTest', { id, readings }, onClose); return
      case 'suspend': acts.permit('suspend', { id, reason: text }, onClose); return
      case 'resume': acts.permit('resume', { id, ...overrule }, onClose); return
      case 'extend': acts.permit('extend', { id, to: new Date(end ?? 0).toISOString(), ...overrule }, onClose); return
      case 'handBack': acts.permit('handBack', { id, ...(text === '' ? {} : { note: text }) }, onClose); return
      case 'close': acts.permit('close', { id, ...(text === '' ? {} : { reason: text }) }, onClose)
    }
  }
  const asksWords = needed || act === 'handBack' || ((act === 'resume' || act === 'extend') && mayOverrule)
  return (
    <Dialog title={`${t(`act.${act}`)}: ${permit.number}`} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-13 text-fg-2">{t(`askPermit.${act}`)}</p>
        {act === 'gasTest' && <GasFields kind={permit.kind} gases={gases} onChange={setGases} />}
        {act === 'extend' && <TextField type="datetime-local" label={t('end')} value={to} onChange={setTo} />}
        {asksWords && <TextField label={t(needed ? 'reason' : act === 'handBack' ? 'note' : 'overrule')} value={words} onChange={setWords} />}
        {acts.error !== null && <ErrorState message={acts.error} />}
        <Button type="submit" variant="primary" size="lg" isDisabled={!ready} isPending={acts.pending === act}>{t(`act.${act}`)}</Button>
      </form>
    </Dialog>
  )
}

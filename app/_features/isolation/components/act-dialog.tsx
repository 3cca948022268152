'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useMe } from '../../../_lib/me/use-me.ts'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { Acts } from '../hooks/use-acts.ts'
import type { OrderSafety } from '../prepare/view.ts'

/** Asked is what a dialog asks about: one's own lock, a test run, the end, or the lock of an absent person. */
export type Asked = { readonly act: 'lockOn' | 'lift' | 'restore' | 'end' } | { readonly act: 'removeLock'; readonly ownerId: string }

interface ActDialogProps {
  readonly asked: Asked
  readonly view: OrderSafety
  readonly acts: Acts
  readonly onClose: () => void
}

const SHORTEST = 3

/** ActDialog asks what an act on the isolation needs to know; an error keeps what was typed. */
export function ActDialog({ asked, view, acts, onClose }: ActDialogProps): ReactNode {
  const t = useTranslations('isolation')
  const { personId } = useMe()
  const [words, setWords] = useState('')
  const [witnessId, setWitnessId] = useState<string | null>(null)
  const [tools, setTools] = useState(false)
  const [told, setTold] = useState(false)
  const { act } = asked
  const clears = act === 'lift' || act === 'end'
  const ready = (!clears || (tools && told)) && (act === 'restore' || act === 'end' || words.trim().length >= (act === 'lockOn' ? 1 : SHORTEST)) && (act !== 'removeLock' || witnessId !== null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!ready) return
    const orderId = view.order.id
    const text = words.trim()
    switch (asked.act) {
      case 'lockOn': acts.isolate('lockOn', { orderId, lock: text }, onClose); return
      case 'lift': acts.isolate('lift', { orderId, reason: text, toolsClear: true, peopleTold: true }, onClose); return
      case 'restore': acts.isolate('restore', { orderId }, onClose); return
      case 'end': acts.isolate('end', { orderId, toolsClear: true, peopleTold: true }, onClose); return
      case 'removeLock': acts.isolate('removeLock', { orderId, ownerId: asked.ownerId, witnessId: witnessId ?? '', reason: text }, onClose)
    }
  }
  const owner = asked.act === 'removeLock' ? view.isolation?.locks.find(({ person }) => person.id === asked.ownerId)?.person.name ?? '' : ''
  const witnesses = view.witnesses.filter(({ id }) => id !== personId && !(asked.act === 'removeLock' && id === asked.ownerId))
  const people = view.isolation?.content.told.join(', ') ?? ''
  return (
    <Dialog title={t(`ask.${act}.title`, { owner })} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-13 text-fg-2">{t(`ask.${act}.hint`, { owner })}</p>
        {clears && <Checkbox isSelected={tools} onChange={setTools}>{t('toolsClear')}</Checkbox>}
        {clears && <Checkbox isSelected={told} onChange={setTold}>{people === '' ? t('peopleTold') : t('peopleToldNamed', { people })}</Checkbox>}
        {act === 'removeLock' && <Select label={t('witness')} placeholder={t('choose')} choices={witnesses.map(({ id, name }) => ({ id, label: name }))} value={witnessId} onChange={setWitnessId} />}
        {act !== 'end' && act !== 'restore' && <TextField label={t(act === 'lockOn' ? 'tag' : 'reason')} value={words} onChange={setWords} autoFocus={act === 'lockOn'} />}
        {acts.error !== null && <ErrorState message={acts.error} />}
        <Button type="submit" variant="primary" size="lg" isDisabled={!ready} isPending={acts.pending === act}>{t(`act.${act}`)}</Button>
      </form>
    </Dialog>
  )
}

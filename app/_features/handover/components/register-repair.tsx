'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Suspense, useState, type FormEvent, type ReactNode } from 'react'
import { RISKS } from '#server/core/handover/handover.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { fromLocalInput, toLocalInput } from '../../../_lib/time/local-input.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceCards } from '../../../_ui/choice-cards.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Picker } from '../../../_ui/picker.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { useMe } from '../../../_lib/me/use-me.ts'
import { useHandOver } from '../hooks/use-hand-over.ts'

const WEEK = 7 * 24 * 3_600_000

/** RegisterRepair puts a temporary repair on the register: what, where, the risk, until when, and the order that removes it. Whoever registers it owns it. */
export function RegisterRepair({ onClose }: { readonly onClose: () => void }): ReactNode {
  return <Dialog title={useTranslations('handover')('register')} isOpen wide onClose={onClose}><Suspense><Form onClose={onClose} /></Suspense></Dialog>
}

function Form({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations('handover')
  const { personId } = useMe()
  const zone = useTimeZone()
  const now = useNow()
  const { data: { nodes } } = useSuspenseQuery(useTRPC().assets.tree.queryOptions({}))
  const { run, pending, error } = useHandOver()
  const [assetId, setAssetId] = useState<string | null>(null)
  const [what, setWhat] = useState('')
  const [risk, setRisk] = useState<(typeof RISKS)[number] | null>(null)
  const [riskNote, setRiskNote] = useState('')
  const [until, setUntil] = useState(() => toLocalInput(now + WEEK, zone))
  const [order, setOrder] = useState('')
  const end = fromLocalInput(until, zone)
  const ready = assetId !== null && what.trim().length > 2 && risk !== null && end !== null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!ready) return
    run('registerRepair', {
      repair: {
        assetId, what: what.trim(), risk, ownerId: personId, expiresAt: new Date(end).toISOString(), ...(riskNote.trim() === '' ? {} : { riskNote: riskNote.trim() }),
        ...(order.trim() === '' ? {} : { order: order.trim() }),
      },
    }, onClose)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Picker label={t('machine')} value={assetId} onChange={setAssetId} choices={nodes.map(({ id, tag, name }) => ({ id, label: `${tag} ${name}` }))} />
      <TextField label={t('what')} value={what} onChange={setWhat} />
      <ChoiceCards label={t('whichRisk')} value={risk} columns="grid-cols-3" choices={RISKS.map((id) => ({ id, label: t(`risk.${id}`) }))} onChange={(id) => { setRisk(RISKS.find((known) => known === id) ?? null) }} />
      <TextField label={t('riskNote')} value={riskNote} onChange={setRiskNote} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField type="datetime-local" label={t('until')} value={until} onChange={setUntil} />
        <TextField label={t('order')} placeholder="WO-000123" value={order} onChange={setOrder} />
      </div>
      {error !== null && <ErrorState message={error} />}
      <Button type="submit" variant="primary" size="lg" isDisabled={!ready} isPending={pending === 'registerRepair'}>{t('register')}</Button>
    </form>
  )
}

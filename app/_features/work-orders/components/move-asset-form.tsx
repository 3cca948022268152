'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { WorkOrderSource } from '#server/core/work-orders/enums.ts'
import { staysWithMachine } from '#server/core/work-orders/stays-with-machine.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Picker } from '../../../_ui/picker.tsx'
import type { CommandFormProps } from './command-form.ts'

/** MoveAssetForm moves an order, with its time, parts and readings, to the machine that it is really about; one about an alarm stays, and is gone on with there. */
export function MoveAssetForm({ view, commands, onDone }: CommandFormProps): ReactNode {
  const t = useTranslations('orderMoves.move')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.assets.tree.queryOptions({ siteId: view.site.id }))
  const [assetId, setAssetId] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const machines = (data?.nodes ?? []).filter(({ id }) => id !== view.asset.id).map(({ id, tag, name }) => ({ id, label: `${tag} ${name}` }))
  const stays = staysWithMachine({ incidentId: view.incident?.id ?? null, source: view.order.source as WorkOrderSource })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (assetId !== null) commands.run('moveAsset', { assetId }, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p className="text-13 text-fg-2">{t(stays ? 'stays' : 'text', { machine: `${view.asset.tag} ${view.asset.name}` })}</p>
      <Picker label={t('machine')} choices={machines} value={assetId} onChange={setAssetId} error={asked && assetId === null ? t('missing') : undefined} />
      <Button type="submit" variant="primary" size="lg" isPending={commands.pending === 'moveAsset'}>{t(stays ? 'begin' : 'move')}</Button>
    </form>
  )
}

'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { MACHINE_TYPES, SUPPORTS } from '#server/core/assets/machine-facts.ts'
import { unitLabel } from '../../../_lib/format/units.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { NumberField } from '../../../_ui/number-field.tsx'
import { Select } from '../../../_ui/select.tsx'
import { typed, type AssetDetail, type Facts } from '../prepare/nameplate.ts'
import { SaveDialog } from './save-dialog.tsx'

const UNKNOWN = 'unknown'
const UNITS = { powerKw: 'kW', speedRpm: '/min', shaftHeightMm: 'mm' } as const

/** EditFacts asks for what vibration standards need to know of a machine; each may stay unknown. */
export function EditFacts({ detail, onClose }: { readonly detail: AssetDetail; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('nameplate')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [seen] = useState(detail.facts)
  const [facts, setFacts] = useState(seen)
  const [asked, setAsked] = useState(false)
  const change = (next: Partial<Facts>): void => { setFacts((now) => ({ ...now, ...next })) }
  const bad = (field: keyof typeof UNITS): boolean => facts[field] !== null && facts[field] <= 0
  const save = useMutation(trpc.assets.saveFacts.mutationOptions({
    onSuccess: () => {
      toast(t('saved', { machine: detail.asset.tag }))
      onClose()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.assets.pathKey() }),
  }))
  const onSave = (): void => {
    setAsked(true)
    if (!(Object.keys(UNITS) as (keyof typeof UNITS)[]).some(bad)) save.mutate({ id: detail.asset.id, facts, seen })
  }
  const number = (field: keyof typeof UNITS): ReactNode => (
    <NumberField
      label={t(`fact.${field}`)} value={facts[field] ?? Number.NaN} onChange={(value) => { change({ [field]: typed(value) }) }} unit={unitLabel(UNITS[field])} steppers={false} isWheelDisabled
      formatOptions={{ maximumFractionDigits: 3 }} error={asked && bad(field) ? t('aboveZero') : undefined} className="min-w-0"
    />
  )
  return (
    <SaveDialog title={t('factsTitle', { machine: `${detail.asset.tag} ${detail.asset.name}` })} hint={t('factsHint')} failure={save.error?.message ?? null} isPending={save.isPending} onSave={onSave} onClose={onClose}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t('fact.machineType')} value={facts.machineType ?? UNKNOWN} choices={[...MACHINE_TYPES, UNKNOWN].map((id) => ({ id, label: t(`type.${id as 'pump'}`) }))}
          onChange={(id) => { change({ machineType: MACHINE_TYPES.find((type) => type === id) ?? null }) }}
        />
        <Select
          label={t('fact.support')} value={facts.support ?? UNKNOWN} choices={[...SUPPORTS, UNKNOWN].map((id) => ({ id, label: t(`supports.${id as 'rigid'}`) }))}
          onChange={(id) => { change({ support: SUPPORTS.find((support) => support === id) ?? null }) }}
        />
        {number('powerKw')}{number('speedRpm')}{number('shaftHeightMm')}
      </div>
    </SaveDialog>
  )
}

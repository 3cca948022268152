'use client'

import { ArrowUp, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ENERGY_TYPES } from '#server/core/isolation/plan.ts'
import { IconButton } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { Energy } from '../prepare/edit-plan.ts'

interface EnergyFieldsProps {
  readonly energy: Energy
  readonly no: number
  readonly onChange: (energy: Energy) => void
  readonly onMove: (() => void) | undefined
  readonly onRemove: () => void
}

/** EnergyFields write one energy of a plan: what it is, where it is cut off, how zero is shown, and what stays stored. */
export function EnergyFields({ energy, no, onChange, onMove, onRemove }: EnergyFieldsProps): ReactNode {
  const t = useTranslations('isolation')
  const set = (part: Partial<Energy>): void => { onChange({ ...energy, ...part }) }
  const { stored } = energy
  return (
    <fieldset aria-label={t('plan.energyNo', { no })} className="grid gap-3 rounded-lg border border-line p-3">
      <div className="flex items-center gap-1">
        <span className="me-auto text-13 font-strong">{t('plan.energyNo', { no })}</span>
        {onMove !== undefined && <IconButton label={t('plan.earlier', { no })} onPress={onMove}><ArrowUp size={16} strokeWidth={1.5} aria-hidden /></IconButton>}
        <IconButton label={t('plan.remove', { no })} onPress={onRemove}><Trash2 size={16} strokeWidth={1.5} aria-hidden /></IconButton>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select label={t('plan.type')} value={energy.type} choices={ENERGY_TYPES.map((id) => ({ id, label: t(`energy.${id}`) }))} onChange={(id) => { set({ type: ENERGY_TYPES.find((known) => known === id) ?? energy.type }) }} />
        <TextField label={t('plan.magnitude')} placeholder="400 V" value={energy.magnitude} onChange={(magnitude) => { set({ magnitude }) }} />
        <TextField label={t('plan.device')} placeholder="-Q1" value={energy.device} onChange={(device) => { set({ device }) }} />
        <TextField label={t('plan.location')} value={energy.location} onChange={(location) => { set({ location }) }} />
      </div>
      <TextField label={t('plan.zero')} value={energy.zero} onChange={(zero) => { set({ zero }) }} />
      <Checkbox isSelected={stored !== null} onChange={(on) => { set({ stored: on ? { what: '', release: '' } : null }) }}>{t('plan.hasStored')}</Checkbox>
      {stored !== null && (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField label={t('plan.stored')} value={stored.what} onChange={(what) => { set({ stored: { ...stored, what } }) }} />
          <TextField label={t('plan.release')} value={stored.release} onChange={(release) => { set({ stored: { ...stored, release } }) }} />
        </div>
      )}
    </fieldset>
  )
}

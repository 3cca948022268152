'use client'

import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { IconButton } from '../../../../_ui/button.tsx'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { stepped } from '../../prepare/distribution.ts'

/** FIELD_FORMAT writes what was typed, with up to six decimals. */
export const FIELD_FORMAT: Intl.NumberFormatOptions = { maximumFractionDigits: 6 }

interface ValueFieldProps {
  readonly label: string
  readonly value: number
  readonly unit: string
  readonly error: string | undefined
  readonly onChange: (value: number) => void
}

/** ValueField is a limit: typed freely, or moved by about a fiftieth of its size. */
export function ValueField({ label, value, unit, error, onChange }: ValueFieldProps): ReactNode {
  const t = useTranslations('rules.edit')
  const shown = unitLabel(unit)
  const step = (by: number) => (): void => { onChange(stepped(value, by)) }
  return (
    <div className="flex items-end gap-1">
      <NumberField
        label={label} value={value} onChange={onChange} error={error} steppers={false} formatOptions={FIELD_FORMAT} isWheelDisabled className="w-36"
        {...(shown === '' ? {} : { unit: shown })}
      />
      <IconButton label={`${label}: ${t('less')}`} isDisabled={!Number.isFinite(value)} onPress={step(-1)} className={error === undefined ? '' : 'mb-5'}><Minus size={14} strokeWidth={1.5} aria-hidden /></IconButton>
      <IconButton label={`${label}: ${t('more')}`} isDisabled={!Number.isFinite(value)} onPress={step(1)} className={error === undefined ? '' : 'mb-5'}><Plus size={14} strokeWidth={1.5} aria-hidden /></IconButton>
    </div>
  )
}

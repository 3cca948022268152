'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { msOf, partsOf, PER, type Per } from '../../prepare/duration.ts'
import { FIELD_FORMAT } from './value-field.tsx'

interface DurationFieldsProps {
  readonly ms: number
  readonly error: string | undefined
  readonly onChange: (ms: number) => void
}

/** DurationFields is a length of time as an amount and a unit; another unit keeps the amount. */
export function DurationFields({ ms, error, onChange }: DurationFieldsProps): ReactNode {
  const t = useTranslations('rules.edit')
  const [fallback, setFallback] = useState<Per>(() => partsOf(ms, 'minute').per)
  const { amount } = partsOf(ms, fallback)
  // The unit stays what the person chose, although 60 minutes are an hour.
  const shown = Number.isFinite(amount) && ms > 0 ? ms / msOf(1, fallback) : amount
  return (
    <div className="flex items-start gap-2">
      <NumberField label={t('amount')} value={shown} minValue={0} error={error} formatOptions={FIELD_FORMAT} isWheelDisabled onChange={(value) => { onChange(msOf(value, fallback)) }} className="w-36" />
      <Select
        label={t('per')} value={fallback} choices={PER.map((id) => ({ id, label: t(`units.${id}`) }))} className="w-32"
        onChange={(id) => {
          const per = PER.find((known) => known === id) ?? 'minute'
          setFallback(per)
          onChange(msOf(shown, per))
        }}
      />
    </div>
  )
}

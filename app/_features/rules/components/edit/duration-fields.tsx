'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { msOf, partsOf, PER, type Per } from '../../prepare/duration.ts'
import { FIELD_FORMAT } from './value-field.tsx'

interface DurationFieldsProps {
  /** What lasts so long; without it the field only says that it is a length. */
  readonly label?: string
  readonly hint?: ReactNode
  readonly ms: number
  readonly error: string | undefined
  readonly onChange: (ms: number) => void
}

/** DurationFields is a length of time as an amount and a unit; another unit keeps the amount. */
export function DurationFields({ label, hint, ms, error, onChange }: DurationFieldsProps): ReactNode {
  const t = useTranslations('rules.edit')
  const [fallback, setFallback] = useState<Per>(() => partsOf(ms, 'minute').per)
  const { amount } = partsOf(ms, fallback)
  // The unit stays what the person chose, although 60 minutes are an hour.
  const shown = Number.isFinite(amount) && ms > 0 ? ms / msOf(1, fallback) : amount
  return (
    <div {...(label === undefined ? {} : { role: 'group', 'aria-label': label })} className="min-w-0">
      <div className="flex items-start gap-2">
        <NumberField
          label={label ?? t('amount')} value={shown} minValue={0} error={error} formatOptions={FIELD_FORMAT} isWheelDisabled onChange={(value) => { onChange(msOf(value, fallback)) }} className="w-40 min-w-0 shrink"
        />
        <Select
          label={t('per')} value={fallback} choices={PER.map((id) => ({ id, label: t(`units.${id}`) }))} className="w-28 shrink-0"
          onChange={(id) => {
            const per = PER.find((known) => known === id) ?? 'minute'
            setFallback(per)
            onChange(msOf(shown, per))
          }}
        />
      </div>
      {hint !== undefined && <p className="mt-1 max-w-[60ch] text-12 text-fg-2">{hint}</p>}
    </div>
  )
}

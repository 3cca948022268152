'use client'

import type { ReactNode } from 'react'
import { unitLabel } from '../../../_lib/format/units.ts'
import { NumberField } from '../../../_ui/number-field.tsx'

interface LimitFieldProps {
  readonly label: string
  readonly value: number
  /** UCUM code. */
  readonly unit: string
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly onChange: (value: number) => void
}

/** LimitField is a limit, typed freely in its unit; NaN is an empty field. */
export function LimitField({ label, value, unit, error, autoFocus = false, onChange }: LimitFieldProps): ReactNode {
  const shown = unitLabel(unit)
  return (
    <NumberField
      label={label} value={value} onChange={onChange} error={error} steppers={false} isWheelDisabled autoFocus={autoFocus} formatOptions={{ maximumFractionDigits: 6 }} className="min-w-0 flex-1 basis-36"
      {...(shown === '' ? {} : { unit: shown })}
    />
  )
}

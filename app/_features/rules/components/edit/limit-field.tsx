'use client'

import type { ReactNode } from 'react'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { limitUnitOf, type Definition, type Vocabulary } from '../../prepare/rule.ts'
import { DurationFields } from './duration-fields.tsx'
import { ValueField } from './value-field.tsx'

interface LimitFieldProps {
  readonly label: string
  readonly definition: Definition
  readonly vocabulary: Vocabulary
  readonly value: number | null
  readonly error: string | undefined
  readonly onChange: (value: number) => void
}

/** LimitField is a limit in what the rule judges: a number with its unit, or a length of time where it judges how long a value stands still. */
export function LimitField({ label, definition, vocabulary, value, error, onChange }: LimitFieldProps): ReactNode {
  const typed = value ?? Number.NaN
  // Stored in seconds.
  if (definition.measure.kind === 'stuck') return <DurationFields label={label} ms={Math.round(typed * SECOND_MS)} error={error} onChange={(ms) => { onChange(ms / SECOND_MS) }} />
  return <ValueField label={label} value={typed} unit={limitUnitOf(definition, vocabulary)} error={error} onChange={onChange} />
}

'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PERMIT_POLICIES, type GasLimit, type PermitKind } from '#server/core/permits/kinds.ts'
import { TextField } from '../../../_ui/text-field.tsx'

/** Gases are values of gases as they are typed, by gas. */
export type Gases = Readonly<Record<string, string>>

const unitOf = (unit: string): string => unit.replace(/[[\]]/g, '')
const number = (text: string | undefined): number => Number((text ?? '').replace(',', '.'))

/** readingsOf are the values that can be read as numbers. */
export const readingsOf = (kind: PermitKind, gases: Gases): { gas: string; value: number }[] =>
  PERMIT_POLICIES[kind].gases.flatMap(({ gas }) => ((gases[gas] ?? '').trim() === '' || Number.isNaN(number(gases[gas])) ? [] : [{ gas, value: number(gases[gas]) }]))

const limits = ({ low, high, unit }: GasLimit): string => (low === null ? `≤ ${high ?? ''} ${unitOf(unit)}` : `${low} – ${high ?? ''} ${unitOf(unit)}`)

interface GasFieldsProps {
  readonly kind: PermitKind
  readonly gases: Gases
  readonly onChange: (gases: Gases) => void
}

/** GasFields take what was measured of each gas that a kind of permit asks for, with its limits and unit. */
export function GasFields({ kind, gases, onChange }: GasFieldsProps): ReactNode {
  const t = useTranslations('isolation')
  return (
    <fieldset className="grid grid-cols-2 gap-3">
      <legend className="mb-1.5 text-13 font-strong">{t('gasTest')}</legend>
      {PERMIT_POLICIES[kind].gases.map((limit) => (
        <TextField
          key={limit.gas} label={`${limit.gas} (${unitOf(limit.unit)})`} hint={limits(limit)} inputMode="decimal" value={gases[limit.gas] ?? ''}
          onChange={(text) => { onChange({ ...gases, [limit.gas]: text }) }}
        />
      ))}
    </fieldset>
  )
}

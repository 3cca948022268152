'use client'

import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { unitLabel } from '../../../_lib/format/units.ts'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import type { NewRuleForm } from '../prepare/new-rule.ts'
import type { NamedPoint } from '../prepare/rule.ts'

interface PointChoiceProps {
  readonly form: NewRuleForm
  readonly points: readonly NamedPoint[]
  readonly error: string | undefined
  readonly onChange: (form: NewRuleForm) => void
}

/** PointChoice chooses what a new rule watches. */
export function PointChoice({ form, points, error, onChange }: PointChoiceProps): ReactNode {
  const t = useTranslations('rules.create')
  const id = useId()
  if (points.length === 0) return <p className="text-13 text-fg-2">{t('noPoints')}</p>
  const toggle = (code: string) => (watched: boolean): void => {
    const chosen = points.map((point) => point.code).filter((one) => (one === code ? watched : form.definition.points.includes(one)))
    onChange({ ...form, definition: { ...form.definition, points: chosen } })
  }
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="mb-1 text-13 font-strong">{t('points')}</p>
      {form.definition.measure.kind === 'expression' && <p className="mb-1 text-12 text-fg-2">{t('pointsOfExpression')}</p>}
      <div className="grid max-h-48 overflow-y-auto">
        {points.map((point) => (
          <Checkbox key={point.code} isSelected={form.definition.points.includes(point.code)} onChange={toggle(point.code)}>
            {point.name} <span className="text-fg-2">{[point.code, unitLabel(point.unit)].filter(Boolean).join(', ')}</span>
          </Checkbox>
        ))}
      </div>
      {error !== undefined && <p role="alert" className="mt-1 text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{error}</p>}
    </div>
  )
}

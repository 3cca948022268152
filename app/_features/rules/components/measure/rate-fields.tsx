'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { Select } from '../../../../_ui/select.tsx'
import { withMeasure } from '../../prepare/measure.ts'
import { limitUnitOf } from '../../prepare/rule.ts'
import type { MeasureOf } from './field-of.tsx'

const PERS = ['second', 'minute', 'hour', 'day'] as const

/** RateFields say per which time a rate of change is given; the limit is in that unit. */
export function RateFields({ definition, change, vocabulary, measure }: MeasureOf<'rate'>): ReactNode {
  const t = useTranslations('rules.measure.field')
  return (
    <Select
      label={t('per')} hint={t('perHint', { unit: unitLabel(limitUnitOf(definition, vocabulary)) })} value={measure.per} className="max-w-[300px]" choices={PERS.map((id) => ({ id, label: t(`rateUnit.${id}`) }))}
      onChange={(id) => { change(withMeasure(definition, { ...measure, per: PERS.find((one) => one === id) ?? 'hour' })) }}
    />
  )
}

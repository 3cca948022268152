'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Select } from '../../../../_ui/select.tsx'
import { withMeasure } from '../../prepare/measure.ts'
import { MeasureNumber, type MeasureOf } from './field-of.tsx'
import { IsoHere } from './iso-here.tsx'
import { IsoTable } from './iso-table.tsx'

const NONE = '-'
/** VELOCITY is the unit that the standard speaks of. */
const VELOCITY = 'mm/s'
const PRIORITIES = ['1', '2', '3', '4'] as const

/** IsoFields set a rule by ISO 20816-3, and say what the standard needs to know, which limits it gives, and what is missing on the machine of the trial. */
export function IsoFields({ measure, ...editor }: MeasureOf<'iso-zone'>): ReactNode {
  const t = useTranslations('rules.measure.iso')
  const priority = useTranslations('common.priority')
  const { definition, change, preview } = editor
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-4 lg:grid-cols-2">
      <div className="grid gap-4">
        <MeasureNumber editor={editor} field="baseline" label={t('baseline')} hint={t('baselineHint')} value={measure.baseline} unit={VELOCITY} optional />
        <Select
          label={t('danger')} hint={t('dangerHint')} value={measure.dangerPriority === null ? NONE : String(measure.dangerPriority)} className="max-w-[300px]"
          choices={[{ id: NONE, label: t('dangerNone') }, ...PRIORITIES.map((id) => ({ id, label: priority(id) }))]}
          onChange={(id) => { change(withMeasure(definition, { ...measure, dangerPriority: id === NONE ? null : Number(id) })) }}
        />
        <IsoHere preview={preview} />
      </div>
      <IsoTable />
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { Button } from '../../../../_ui/button.tsx'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { withMeasure, withReading } from '../../prepare/measure.ts'
import { unitOf } from '../../prepare/rule.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { DurationFields } from '../edit/duration-fields.tsx'
import { FIELD_FORMAT } from '../edit/value-field.tsx'

const PERS = ['second', 'minute', 'hour', 'day'] as const
const NONE = '-'

/** MeasureFields are the settings of what a rule judges, each with what does not fit about it. */
export function MeasureFields({ definition, change, problems, vocabulary }: EditorProps): ReactNode {
  const t = useTranslations('rules.measure.field')
  const priority = useTranslations('common.priority')
  const problemWords = useProblemWords()
  const { measure } = definition
  const unit = unitLabel(unitOf(definition, vocabulary))
  const set = (to: typeof measure): void => { change(withMeasure(definition, to)) }
  const errorOf = (field: string): string | undefined => {
    const problem = problemAt(problems, 'measure', field)
    return problem && problemWords(problem)
  }
  const number = (label: string, value: number | null, onChange: (value: number) => void, error?: string): ReactNode => (
    <NumberField label={label} value={value ?? Number.NaN} steppers={false} formatOptions={FIELD_FORMAT} isWheelDisabled error={error} className="w-44" onChange={onChange} {...(unit === '' ? {} : { unit })} />
  )
  const length = (label: string, ms: number, onChange: (ms: number) => void, error: string | undefined): ReactNode => (
    <div role="group" aria-label={label}><p className="mb-1 text-12 text-fg-2">{label}</p><DurationFields ms={ms} error={error} onChange={onChange} /></div>
  )
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)
  switch (measure.kind) {
    case 'value': case 'silence': return null
    case 'rate': return (
      <>
        {length(t('window'), measure.windowMs, (windowMs) => { set({ ...measure, windowMs }) }, errorOf('windowMs'))}
        <Select label={t('per')} value={measure.per} className="w-32" choices={PERS.map((id) => ({ id, label: t(`rateUnit.${id}`) }))} onChange={(id) => { set({ ...measure, per: PERS.find((one) => one === id) ?? 'hour' }) }} />
      </>
    )
    case 'noise': return length(t('window'), measure.windowMs, (windowMs) => { set({ ...measure, windowMs }) }, errorOf('windowMs'))
    case 'clipping': return (
      <>
        {length(t('window'), measure.windowMs, (windowMs) => { set({ ...measure, windowMs }) }, errorOf('windowMs'))}
        {number(t('low'), measure.low, (low) => { set({ ...measure, low: orNull(low) }) })}
        {number(t('high'), measure.high, (high) => { set({ ...measure, high: orNull(high) }) })}
      </>
    )
    case 'stuck': return number(t('tolerance'), measure.tolerance, (tolerance) => { set({ ...measure, tolerance }) }, errorOf('tolerance'))
    case 'deviation': return (
      <>
        {length(t('learn'), measure.learnMs, (learnMs) => { set({ ...measure, learnMs }) }, errorOf('learnMs'))}
        <Select
          label={t('halfLife')} value={measure.halfLifeMs === null ? NONE : 'on'} className="w-64" choices={[{ id: NONE, label: t('halfLifeNever') }, { id: 'on', label: t('halfLifeOn') }]}
          onChange={(id) => { set({ ...measure, halfLifeMs: id === NONE ? null : 7 * 86_400_000 }) }}
        />
        {measure.halfLifeMs !== null && length(t('halfLifeOn'), measure.halfLifeMs, (halfLifeMs) => { set({ ...measure, halfLifeMs }) }, errorOf('halfLifeMs'))}
        {number(t('minSpread'), measure.minSpread, (minSpread) => { set({ ...measure, minSpread }) }, errorOf('minSpread'))}
      </>
    )
    case 'wrong-unit': return (
      <>
        {length(t('learn'), measure.learnMs, (learnMs) => { set({ ...measure, learnMs }) }, errorOf('learnMs'))}
        {number(t('minSpread'), measure.minSpread, (minSpread) => { set({ ...measure, minSpread }) }, errorOf('minSpread'))}
      </>
    )
    case 'iso-zone': return (
      <>
        <p className="max-w-[48ch] text-12 text-fg-2">{t('limitsByMachine')}</p>
        {number(t('baseline'), measure.baseline, (baseline) => { set({ ...measure, baseline: orNull(baseline) }) }, errorOf('baseline'))}
        <Select
          label={t('danger')} value={measure.dangerPriority === null ? NONE : String(measure.dangerPriority)} className="w-56"
          choices={[{ id: NONE, label: t('dangerNone') }, ...(['1', '2', '3', '4'] as const).map((id) => ({ id, label: priority(id) }))]}
          onChange={(id) => { set({ ...measure, dangerPriority: id === NONE ? null : Number(id) }) }}
        />
      </>
    )
    case 'expression': return (
      <div className="w-full max-w-[720px]">
        <TextField label={t('text')} hint={t('textHint')} value={measure.text} maxLength={500} error={errorOf('text')} onChange={(text) => { set({ ...measure, text }) }} />
        <div className="mt-2 flex flex-wrap gap-2">
          {vocabulary.points.map((point) => (
            <Button key={point.code} size="sm" onPress={() => { set({ ...measure, text: withReading(measure.text, point.code) }) }}>{point.code} <span className="text-fg-2">{point.name}</span></Button>
          ))}
        </div>
      </div>
    )
  }
}

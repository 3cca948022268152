'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SPREAD } from '#server/core/condition/measure-unit.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import { Checkbox } from '../../../../_ui/checkbox.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { nearestLimit, withMeasure } from '../../prepare/measure.ts'
import { MeasureLength, MeasureNumber, type MeasureOf } from './field-of.tsx'

const FIRST_HALF_LIFE_MS = 7 * DAY_MS

/** DeviationFields say how a baseline goes on after it has learnt: whether it follows, a drift too, when it stops learning, and over how long a deviation is averaged. */
export function DeviationFields({ measure, ...editor }: MeasureOf<'deviation'>): ReactNode {
  const t = useTranslations('rules.measure.field')
  const { definition, change } = editor
  const follows = measure.halfLifeMs !== null
  return (
    <>
      <div className="grid gap-3">
        <Select
          label={t('halfLife')} hint={t('halfLifeHint')} value={follows ? 'on' : 'never'} className="max-w-[300px]" choices={[{ id: 'never', label: t('halfLifeNever') }, { id: 'on', label: t('halfLifeOn') }]}
          onChange={(id) => { change(withMeasure(definition, { ...measure, halfLifeMs: id === 'on' ? FIRST_HALF_LIFE_MS : null, trend: id === 'on' && measure.trend })) }}
        />
        {measure.halfLifeMs !== null && <MeasureLength editor={editor} field="halfLifeMs" label={t('halfLifeMs')} hint={t('halfLifeMsHint')} ms={measure.halfLifeMs} />}
      </div>
      <div>
        <Checkbox isSelected={measure.trend} isDisabled={!follows} onChange={(trend) => { change(withMeasure(definition, { ...measure, trend })) }}>{t('trend')}</Checkbox>
        <p className="mt-1 max-w-[60ch] text-12 text-fg-2">{t('trendHint')}</p>
      </div>
      <MeasureNumber editor={editor} field="freezeAt" label={t('freezeAt')} hint={t(measure.freezeAt > nearestLimit(definition) ? 'freezeBeyond' : 'freezeAtHint')} value={measure.freezeAt} unit={SPREAD} />
      <MeasureLength editor={editor} field="smoothMs" label={t('smooth')} hint={t('smoothHint')} ms={measure.smoothMs} />
      <p className="max-w-[60ch] text-12 text-fg-2">{t(definition.gate === null ? 'bandsNone' : 'bandsLearn', { count: definition.gate?.bands.length ?? 0 })}</p>
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { unitOf } from '../../prepare/rule.ts'
import type { EditorProps } from '../editor-props.ts'
import { DeviationFields } from './deviation-fields.tsx'
import { ExpressionField } from './expression-field.tsx'
import { MeasureLength, MeasureNumber } from './field-of.tsx'
import { IsoFields } from './iso-fields.tsx'
import { RateFields } from './rate-fields.tsx'
import { UnitMistakes } from './unit-mistakes.tsx'

const grid = 'grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-4 md:grid-cols-2 xl:grid-cols-3'

/** MeasureFields are the settings of what a rule judges, each with its unit, what it does, and what does not fit about it. */
export function MeasureFields(editor: EditorProps): ReactNode {
  const t = useTranslations('rules.measure.field')
  const { measure } = editor.definition
  const unit = unitOf(editor.definition, editor.vocabulary)
  const window = (ms: number): ReactNode => <MeasureLength editor={editor} field="windowMs" label={t('window')} hint={t('windowHint')} ms={ms} />
  const minSpread = (value: number): ReactNode => <MeasureNumber editor={editor} field="minSpread" label={t('minSpread')} hint={t('minSpreadHint')} value={value} unit={unit} />
  const learn = (ms: number): ReactNode => <MeasureLength editor={editor} field="learnMs" label={t('learn')} hint={t('learnHint')} ms={ms} />
  switch (measure.kind) {
    case 'value': case 'silence': return null
    case 'rate': return <div className={grid}><RateFields {...editor} measure={measure} />{window(measure.windowMs)}</div>
    case 'noise': return <div className={grid}>{window(measure.windowMs)}</div>
    case 'clipping': return (
      <div className={grid}>
        {window(measure.windowMs)}
        <MeasureNumber editor={editor} field="low" label={t('low')} hint={t('rangeHint')} value={measure.low} unit={unit} optional />
        <MeasureNumber editor={editor} field="high" label={t('high')} hint={t('rangeHint')} value={measure.high} unit={unit} optional />
      </div>
    )
    case 'stuck': return <div className={grid}><MeasureNumber editor={editor} field="tolerance" label={t('tolerance')} hint={t('toleranceHint')} value={measure.tolerance} unit={unit} /></div>
    case 'deviation': return <div className={grid}>{learn(measure.learnMs)}{minSpread(measure.minSpread)}<DeviationFields {...editor} measure={measure} /></div>
    case 'wrong-unit': return <div className={grid}>{learn(measure.learnMs)}{minSpread(measure.minSpread)}<UnitMistakes unit={unit} /></div>
    case 'iso-zone': return <IsoFields {...editor} measure={measure} />
    case 'expression': return <ExpressionField {...editor} measure={measure} />
  }
}

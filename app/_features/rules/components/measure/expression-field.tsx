'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { Button } from '../../../../_ui/button.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { useRuleWords } from '../../hooks/use-rule-words.ts'
import { readExpression } from '../../prepare/expression.ts'
import { withMeasure, withReading } from '../../prepare/measure.ts'
import { problemAt } from '../../prepare/words.ts'
import type { MeasureOf } from './field-of.tsx'

const LONGEST = 500

/** ExpressionField is the text of an expression: what is wrong with it in words while it is typed, what it gives, and the points it may name. */
export function ExpressionField({ definition, change, problems, vocabulary, measure }: MeasureOf<'expression'>): ReactNode {
  const t = useTranslations('rules.measure.expression')
  const problemWords = useProblemWords()
  const { list } = useRuleWords()
  const problem = problemAt(problems, 'measure', 'text')
  const { gives, unknown } = readExpression(measure.text, vocabulary.points)
  const write = (text: string): void => { change(withMeasure(definition, { ...measure, text })) }
  return (
    <div className="grid max-w-[860px] grid-cols-[minmax(0,1fr)] gap-3">
      <TextField label={t('text')} hint={t('hint')} rows={2} value={measure.text} maxLength={LONGEST} error={problem && problemWords(problem)} onChange={write} />
      {gives !== null && <p role="status" className="text-12 text-fg-2">{t(`gives.${gives}`)}</p>}
      {unknown.length > 0 && <p role="status" className="text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{t('unknown', { count: unknown.length, points: list(unknown) })}</p>}
      <div>
        <p className="mb-1 text-12 text-fg-2">{t(vocabulary.points.length === 0 ? 'placeFirst' : 'points')}</p>
        <ul className="flex flex-wrap gap-2">
          {vocabulary.points.map(({ code, name, unit }) => (
            <li key={code}>
              <Button size="sm" onPress={() => { write(withReading(measure.text, code)) }}>{code} <span className="font-text text-fg-2">{[name, unitLabel(unit)].filter(Boolean).join(', ')}</span></Button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

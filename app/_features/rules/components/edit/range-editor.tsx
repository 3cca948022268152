'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { valuesIn } from '../../prepare/distribution.ts'
import { limitUnitOf } from '../../prepare/rule.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { Lies } from './lies.tsx'
import { LimitField } from './limit-field.tsx'

/** RangeEditor sets the lowest and the highest good value. */
export function RangeEditor({ definition, change, problems, vocabulary, preview }: EditorProps): ReactNode {
  const t = useTranslations('rules.edit')
  const problemWords = useProblemWords()
  const unit = limitUnitOf(definition, vocabulary)
  const sides = [{ field: 'low', direction: 'below' }, { field: 'high', direction: 'above' }] as const
  return (
    <div className="grid gap-3">
      {sides.map(({ field, direction }) => {
        const problem = problemAt(problems, field)
        const value = definition[field] ?? Number.NaN
        return (
          <div key={field} className="flex flex-wrap items-end gap-x-5 gap-y-2">
            <LimitField
              label={t(field)} definition={definition} vocabulary={vocabulary} value={definition[field]} error={problem && problemWords(problem)}
              onChange={(next) => { change({ ...definition, [field]: next }) }}
            />
            {preview !== null && <div className="pb-1"><Lies values={valuesIn(preview.judged?.points ?? preview.points, null)} direction={direction} limit={value} unit={unit} /></div>}
          </div>
        )
      })}
    </div>
  )
}

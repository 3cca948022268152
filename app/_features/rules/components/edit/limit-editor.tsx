'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { withGate } from '../../prepare/change.ts'
import { valuesIn } from '../../prepare/distribution.ts'
import { limitUnitOf } from '../../prepare/rule.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { Lies } from './lies.tsx'
import { LimitField } from './limit-field.tsx'

/** LimitEditor sets the limit against how the values lie, or hands it over to bands of another point. */
export function LimitEditor({ definition, change, problems, vocabulary, preview, onGate }: EditorProps & { readonly onGate: () => void }): ReactNode {
  const t = useTranslations('rules.edit')
  const problemWords = useProblemWords()
  const problem = problemAt(problems, 'limit')
  const limit = definition.limit ?? Number.NaN
  const unit = limitUnitOf(definition, vocabulary)
  const gate = vocabulary.points.find((point) => !definition.points.includes(point.code))
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
      <LimitField label={t('value')} definition={definition} vocabulary={vocabulary} value={definition.limit} error={problem && problemWords(problem)} onChange={(value) => { change({ ...definition, limit: value }) }} />
      {preview !== null && definition.direction !== 'outside' && <div className="pb-1"><Lies values={valuesIn(preview.judged?.points ?? preview.points, null)} direction={definition.direction} limit={limit} unit={unit} /></div>}
      {gate !== undefined && (
        <Button size="sm" variant="quiet" className="mb-0.5 !justify-start text-start !whitespace-normal underline md:ms-auto" onPress={() => { change(withGate(definition, gate.code)); onGate() }}>{t('gateUse')}</Button>
      )}
    </div>
  )
}

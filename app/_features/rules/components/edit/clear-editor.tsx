'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Segmented } from '../../../../_ui/segmented.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { unitOf } from '../../prepare/rule.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { ValueField } from './value-field.tsx'

/** ClearEditor says where the value must return to before the fault counts as over. */
export function ClearEditor({ definition, change, problems, vocabulary }: EditorProps): ReactNode {
  const t = useTranslations('rules.edit')
  const problemWords = useProblemWords()
  const problem = problemAt(problems, 'clear')
  const own = definition.clear !== null
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
      <Segmented
        label={t('own')} value={own ? 'own' : 'limit'} choices={[{ id: 'limit', label: t('atLimit') }, { id: 'own', label: t('own') }]}
        onChange={(choice) => { change({ ...definition, clear: choice === 'own' ? definition.limit : null }) }}
      />
      {own && (
        <ValueField
          label={t('value')} value={definition.clear ?? Number.NaN} unit={unitOf(definition, vocabulary)} error={problem && problemWords(problem)}
          onChange={(value) => { change({ ...definition, clear: value }) }}
        />
      )}
    </div>
  )
}

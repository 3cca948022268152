'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChoiceCards } from '../../../../_ui/choice-cards.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { LimitField } from './limit-field.tsx'

/** ClearEditor says where the value must return to before the fault counts as over. */
export function ClearEditor({ definition, change, problems, vocabulary }: EditorProps): ReactNode {
  const t = useTranslations('rules')
  const problemWords = useProblemWords()
  const problem = problemAt(problems, 'clear')
  const own = definition.clear !== null
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
      <ChoiceCards
        label={<span className="sr-only">{t('word.clear')}</span>} value={own ? 'own' : 'limit'} columns="sm:grid-cols-2"
        choices={[{ id: 'limit', label: t('edit.atLimit') }, { id: 'own', label: t('edit.own') }]}
        onChange={(choice) => { change({ ...definition, clear: choice === 'own' ? definition.limit : null }) }}
      />
      {own && (
        <LimitField
          label={t('edit.value')} definition={definition} vocabulary={vocabulary} value={definition.clear} error={problem && problemWords(problem)}
          onChange={(value) => { change({ ...definition, clear: value }) }}
        />
      )}
    </div>
  )
}

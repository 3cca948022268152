'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { hasOwnLimit } from '#server/core/condition/definition-checks.ts'
import { Segmented } from '../../../_ui/segmented.tsx'
import { useProblemWords } from '../hooks/use-problem-words.ts'
import { withDirection } from '../prepare/change.ts'
import { problemAt } from '../prepare/words.ts'
import { HoldEditor } from './edit/hold-editor.tsx'
import { LimitField } from './edit/limit-field.tsx'
import { NoDataEditor } from './edit/no-data-editor.tsx'
import type { EditorProps } from './editor-props.ts'

const DIRECTIONS = ['above', 'below', 'outside'] as const

/** NewRuleLimits asks for the first limit of a new rule and how long it must be broken; of one about silence only after how long. */
export function NewRuleLimits(editor: EditorProps): ReactNode {
  const t = useTranslations('rules.create')
  const edit = useTranslations('rules.edit')
  const problemWords = useProblemWords()
  const { definition, change, problems, vocabulary } = editor
  const { measure: { kind }, direction } = definition
  if (kind === 'silence') return <NoDataEditor {...editor} />
  const field = (name: 'limit' | 'low' | 'high', label: string): ReactNode => {
    const problem = problemAt(problems, name)
    return (
      <LimitField
        label={label} definition={definition} vocabulary={vocabulary} value={definition[name]} error={problem && problemWords(problem)}
        onChange={(value) => { change({ ...definition, [name]: value }) }}
      />
    )
  }
  return (
    <>
      {!hasOwnLimit(definition) && (
        <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
          <div>
            <p aria-hidden className="mb-1 text-12 text-fg-2">{t('side')}</p>
            <Segmented label={t('side')} value={direction} choices={DIRECTIONS.map((id) => ({ id, label: t(id) }))} onChange={(to) => { change(withDirection(definition, to)) }} />
          </div>
          {direction === 'outside' ? <>{field('low', edit('low'))}{field('high', edit('high'))}</> : field('limit', t('limit'))}
        </div>
      )}
      <div>
        <p className="mb-1.5 text-13 font-strong">{t('hold')}</p>
        <HoldEditor {...editor} />
      </div>
    </>
  )
}

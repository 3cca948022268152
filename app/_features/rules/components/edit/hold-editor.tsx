'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChoiceCards } from '../../../../_ui/choice-cards.tsx'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { DurationEditor } from './duration-editor.tsx'

const FIRST = { kind: 'samples', n: 3, of: 5 } as const

/** HoldEditor says how long the limit must be broken without a break, or in how many of the last readings. */
export function HoldEditor(props: EditorProps): ReactNode {
  const t = useTranslations('rules.edit')
  const problemWords = useProblemWords()
  const { definition, change, problems } = props
  const { hold } = definition
  const problem = problemAt(problems, 'hold')
  return (
    <div className="grid gap-3">
      <ChoiceCards
        label={<span className="sr-only">{t('holdKind')}</span>} value={hold === null ? 'time' : 'samples'} columns="sm:grid-cols-2"
        choices={[{ id: 'time', label: t('holdTime') }, { id: 'samples', label: t('holdSamples') }]}
        onChange={(id) => { change(id === 'time' ? { ...definition, hold: null } : { ...definition, hold: FIRST, forMs: 0 }) }}
      />
      {hold === null && <DurationEditor {...props} field="forMs" />}
      {hold?.kind === 'samples' && (
        <div className="flex flex-wrap items-start gap-3">
          <NumberField label={t('holdN')} value={hold.n} minValue={1} maxValue={1000} error={problem && problemWords(problem)} className="w-36" onChange={(n) => { change({ ...definition, hold: { ...hold, n } }) }} />
          <NumberField label={t('holdOf')} value={hold.of} minValue={1} maxValue={1000} className="w-36" onChange={(of) => { change({ ...definition, hold: { ...hold, of } }) }} />
        </div>
      )}
    </div>
  )
}

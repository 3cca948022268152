'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MINUTE_MS } from '#server/core/kernel/time.ts'
import { ChoiceCards } from '../../../../_ui/choice-cards.tsx'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import type { Definition } from '../../prepare/rule.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { DurationEditor } from './duration-editor.tsx'
import { DurationFields } from './duration-fields.tsx'

const MOST = 1000
const KINDS = ['unbroken', 'samples', 'time'] as const

const FIRST = {
  unbroken: null, samples: { kind: 'samples', n: 3, of: 5 }, time: { kind: 'time', ms: 5 * MINUTE_MS, withinMs: 15 * MINUTE_MS },
} as const satisfies Record<(typeof KINDS)[number], Definition['hold']>

/** withHold counts in another way; a time of their own that levels had means nothing where readings are counted. */
const withHold = (definition: Definition, kind: (typeof KINDS)[number]): Definition => ({
  ...definition, hold: FIRST[kind], forMs: kind === 'unbroken' ? 5 * MINUTE_MS : 0,
  ladder: kind === 'unbroken' ? definition.ladder : definition.ladder.map((level) => ({ ...level, forMs: null })),
})

/** HoldEditor says how long the limit must be broken: without a break, in so many of the last readings, or for so long within a time. */
export function HoldEditor(props: EditorProps): ReactNode {
  const t = useTranslations('rules.edit')
  const problemWords = useProblemWords()
  const { definition, change, problems } = props
  const { hold } = definition
  const errorOf = (field: string): string | undefined => {
    const problem = problemAt(problems, 'hold', field)
    return problem && problemWords(problem)
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ChoiceCards
        label={<span className="sr-only">{t('holdKind')}</span>} value={hold === null ? 'unbroken' : hold.kind} columns="sm:grid-cols-3"
        choices={KINDS.map((id) => ({ id, label: t(`hold.${id}.label`), note: t(`hold.${id}.note`) }))}
        onChange={(id) => { change(withHold(definition, KINDS.find((one) => one === id) ?? 'unbroken')) }}
      />
      {hold === null && <DurationEditor {...props} field="forMs" />}
      {hold?.kind === 'samples' && (
        <div className="flex flex-wrap items-start gap-3">
          <NumberField label={t('holdN')} value={hold.n} minValue={1} maxValue={MOST} error={errorOf('n')} className="w-36" onChange={(n) => { change({ ...definition, hold: { ...hold, n } }) }} />
          <NumberField label={t('holdOf')} value={hold.of} minValue={1} maxValue={MOST} error={errorOf('of')} className="w-36" onChange={(of) => { change({ ...definition, hold: { ...hold, of } }) }} />
        </div>
      )}
      {hold?.kind === 'time' && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <DurationFields label={t('holdMs')} ms={hold.ms} error={errorOf('ms')} onChange={(ms) => { change({ ...definition, hold: { ...hold, ms } }) }} />
          <DurationFields label={t('holdWithin')} ms={hold.withinMs} error={errorOf('withinMs')} onChange={(withinMs) => { change({ ...definition, hold: { ...hold, withinMs } }) }} />
        </div>
      )}
    </div>
  )
}

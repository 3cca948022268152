'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChoiceCards } from '../../../../_ui/choice-cards.tsx'
import { Term } from '../../../../_ui/term.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { DurationFields } from './duration-fields.tsx'

const POLICIES = ['keep', 'alert', 'ok'] as const
const HALF_HOUR_MS = 30 * 60_000

/** NoDataEditor says what happens when readings stop, and after how long. */
export function NoDataEditor({ definition, change, problems }: EditorProps): ReactNode {
  const t = useTranslations('rules.edit')
  const terms = useTranslations('terms')
  const problemWords = useProblemWords()
  const { policy, afterMs } = definition.noData
  const problem = problemAt(problems, 'noData')
  const set = (noData: Partial<typeof definition.noData>): void => { change({ ...definition, noData: { ...definition.noData, ...noData } }) }
  return (
    <div className="grid max-w-[720px] grid-cols-[minmax(0,1fr)] gap-3">
      {definition.measure.kind === 'silence' && <p className="text-12 text-fg-2">{t('silenceTells')}</p>}
      {definition.measure.kind !== 'silence' && (
        <ChoiceCards
          label={<span className="sr-only">{t('noDataPolicy')}</span>} value={policy} columns="sm:grid-cols-3" choices={POLICIES.map((id) => ({ id, label: t(`policy.${id}`), note: t(`policyNote.${id}`) }))}
          onChange={(id) => { set({ policy: POLICIES.find((known) => known === id) ?? 'keep' }) }}
        />
      )}
      {policy !== 'keep' && (
        <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
          <ChoiceCards
            label={t('after')} value={afterMs === null ? 'stale' : 'own'} columns="sm:grid-cols-2"
            choices={[{ id: 'stale', label: t('whenStale') }, { id: 'own', label: t('afterOwn') }]}
            onChange={(choice) => { set({ afterMs: choice === 'own' ? HALF_HOUR_MS : null }) }}
          />
          {afterMs === null
            ? <span className="pb-1 text-12"><Term term="staleness">{terms('staleness.word')}</Term></span>
            : <DurationFields ms={afterMs} error={problem && problemWords(problem)} onChange={(ms) => { set({ afterMs: ms }) }} />}
        </div>
      )}
    </div>
  )
}

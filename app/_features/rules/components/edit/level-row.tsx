'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MINUTE_MS } from '#server/core/kernel/time.ts'
import { toPriority } from '../../../../_lib/priority.ts'
import { IconButton } from '../../../../_ui/button.tsx'
import { NumberField } from '../../../../_ui/number-field.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { prioritiesFor, removeLevel, withLevel, type Level } from '../../prepare/ladder.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'
import { DurationFields } from './duration-fields.tsx'
import { LimitField } from './limit-field.tsx'
import { FIELD_FORMAT } from './value-field.tsx'

/** SECOND_LEVEL is the number of the first further level: the rule's own limit is level 1. */
const SECOND_LEVEL = 2

/** LevelRow is one further level: its limit (or factor, where bands decide), where it is over, how long it must last, and its priority. */
export function LevelRow({ definition, change, problems, vocabulary, level, index }: EditorProps & { readonly level: Level; readonly index: number }): ReactNode {
  const t = useTranslations('rules.edit')
  const priorityWords = useTranslations('common.priority')
  const problemWords = useProblemWords()
  const errorOf = (field: keyof Level): string | undefined => {
    const problem = problemAt(problems, 'ladder', index, field)
    return problem && problemWords(problem)
  }
  const set = (to: Partial<Level>): void => { change(withLevel(definition, index, to)) }
  const number = index + SECOND_LEVEL
  const priorities = [...new Set([...prioritiesFor(definition, index), level.priority])].toSorted((a, b) => a - b)
  return (
    <li className="flex flex-wrap items-start gap-x-5 gap-y-3 rounded-lg border border-line px-3 py-2.5" aria-label={t('ladder.level', { number })}>
      <div className="flex w-full items-center justify-between gap-2">
        <h3 className="text-13 font-strong">{t('ladder.level', { number })}</h3>
        <IconButton label={t('ladder.remove', { number })} onPress={() => { change(removeLevel(definition, index)) }}><X size={14} strokeWidth={1.5} aria-hidden /></IconButton>
      </div>
      {definition.gate === null
        ? (
            <>
              <LimitField label={t('ladder.limit', { side: definition.direction })} definition={definition} vocabulary={vocabulary} value={level.limit} error={errorOf('limit')} onChange={(limit) => { set({ limit }) }} />
              <LimitField
                label={t('ladder.clear')} definition={definition} vocabulary={vocabulary} value={level.clear} error={errorOf('clear')}
                onChange={(clear) => { set({ clear: Number.isNaN(clear) ? null : clear }) }}
              />
            </>
          )
        : (
            <NumberField
              label={t('ladder.factor')} hint={t('ladder.factorHint')} value={level.factor ?? Number.NaN} steppers={false} formatOptions={FIELD_FORMAT} isWheelDisabled error={errorOf('factor')}
              className="w-56" onChange={(factor) => { set({ factor }) }}
            />
          )}
      {definition.hold === null
        ? (
            <div className="flex flex-wrap items-start gap-2">
              <Select
                label={t('ladder.for')} value={level.forMs === null ? 'same' : 'own'} className="w-48"
                choices={[{ id: 'same', label: t('ladder.same') }, { id: 'own', label: t('ladder.own') }]}
                onChange={(id) => { set({ forMs: id === 'own' ? definition.forMs || MINUTE_MS : null }) }}
              />
              {level.forMs !== null && <DurationFields ms={level.forMs} error={errorOf('forMs')} onChange={(forMs) => { set({ forMs }) }} />}
            </div>
          )
        : <p className="max-w-[36ch] self-center text-12 text-fg-2">{t('ladder.counted')}</p>}
      <Select
        label={t('ladder.priority')} value={String(level.priority)} error={errorOf('priority')} className="w-40"
        choices={priorities.map((one) => ({ id: String(one), label: priorityWords(String(toPriority(one)) as '1') }))} onChange={(id) => { set({ priority: Number(id) }) }}
      />
    </li>
  )
}

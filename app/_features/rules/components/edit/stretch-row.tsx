'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { dayName } from '../../../../_lib/rules/days.ts'
import { IconButton } from '../../../../_ui/button.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { useProblemWords } from '../../hooks/use-problem-words.ts'
import { clockOf, isPastMidnight, removeStretch, WEEK, withStretch, type Stretch } from '../../prepare/schedule.ts'
import { problemAt } from '../../prepare/words.ts'
import type { EditorProps } from '../editor-props.ts'

interface StretchRowProps extends EditorProps {
  readonly stretch: Stretch
  readonly index: number
  readonly isOnly: boolean
}

/** StretchRow is one stretch of the week: its days, from when, until when; it says when it goes on past midnight. */
export function StretchRow({ definition, change, problems, stretch, index, isOnly }: StretchRowProps): ReactNode {
  const t = useTranslations('rules.edit.schedule')
  const locale = useLocale()
  const problemWords = useProblemWords()
  const number = index + 1
  const daysProblem = problemAt(problems, 'schedule', index, 'days')
  const set = (to: Partial<Stretch>): void => { change(withStretch(definition, index, to)) }
  const time = (field: 'from' | 'to'): ReactNode => {
    const problem = problemAt(problems, 'schedule', index, field)
    return <TextField label={t(field)} value={stretch[field]} inputMode="numeric" maxLength={5} error={problem && problemWords(problem)} className="w-24" onChange={(text) => { set({ [field]: text }) }} onBlur={() => { set({ [field]: clockOf(stretch[field]) }) }} />
  }
  return (
    <li aria-label={t('stretch', { number })} className="flex flex-wrap items-start gap-x-5 gap-y-3 rounded-lg border border-line px-3 py-2.5">
      <div className="flex w-full items-center justify-between gap-2">
        <h3 className="text-13 font-strong">{t('stretch', { number })}</h3>
        <IconButton label={t('remove', { number })} isDisabled={isOnly} onPress={() => { change(removeStretch(definition, index)) }}><X size={14} strokeWidth={1.5} aria-hidden /></IconButton>
      </div>
      <div className="min-w-0">
        <p aria-hidden className="mb-1 text-12 text-fg-2">{t('days')}</p>
        <ToggleButtonGroup
          aria-label={t('days')} selectionMode="multiple" selectedKeys={stretch.days.map(String)} className="flex flex-wrap gap-1"
          onSelectionChange={(keys) => { set({ days: WEEK.filter((day) => keys.has(String(day))) }) }}
        >
          {WEEK.map((day) => (
            <ToggleButton
              key={day} id={String(day)} aria-label={dayName(day, locale, 'long')}
              className="touch-square min-h-8 min-w-9 cursor-pointer rounded-md border border-g8 bg-surface px-1.5 text-13 hover:bg-g3 selected:border-g12 selected:bg-g12 selected:font-mid selected:text-g1"
            >
              {dayName(day, locale)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {daysProblem !== undefined && <p role="alert" className="mt-1 text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{t('noDay')}</p>}
      </div>
      {time('from')}
      {time('to')}
      {isPastMidnight(stretch) && <p className="self-center text-12 text-fg-2">{t('nextDay', { to: stretch.to })}</p>}
    </li>
  )
}

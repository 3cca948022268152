'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { ChoiceCards } from '../../../../_ui/choice-cards.tsx'
import { addStretch, MOST_STRETCHES, withSchedule } from '../../prepare/schedule.ts'
import type { EditorProps } from '../editor-props.ts'
import { StretchRow } from './stretch-row.tsx'

/** ScheduleEditor says when a rule judges: always, or in stretches of the week by the wall clock of each machine's site. */
export function ScheduleEditor(props: EditorProps): ReactNode {
  const t = useTranslations('rules.edit.schedule')
  const zone = useTimeZone()
  const { definition, change } = props
  const { schedule } = definition
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ChoiceCards
        label={<span className="sr-only">{t('when')}</span>} value={schedule === null ? 'always' : 'only'} columns="sm:grid-cols-2 max-w-[560px]"
        choices={[{ id: 'always', label: t('always') }, { id: 'only', label: t('only'), note: t('onlyNote') }]} onChange={(id) => { change(withSchedule(definition, id === 'only')) }}
      />
      {schedule !== null && (
        <>
          <ol className="grid gap-2">{schedule.map((stretch, index) => <StretchRow key={index} {...props} stretch={stretch} index={index} isOnly={schedule.length === 1} />)}</ol>
          <div className="flex flex-wrap items-center gap-3">
            {schedule.length < MOST_STRETCHES && <Button size="sm" onPress={() => { change(addStretch(definition)) }}>{t('add')}</Button>}
            <p className="max-w-[75ch] text-12 text-fg-2">{t('zone', { zone })}</p>
          </div>
        </>
      )}
    </div>
  )
}

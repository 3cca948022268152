'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { NumberField } from '../../../_ui/number-field.tsx'
import { Picker } from '../../../_ui/picker.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { Line } from '../prepare/draft.ts'
import type { Week } from '../prepare/week.ts'

interface ShiftLineProps {
  readonly line: Line
  readonly number: number
  readonly weeks: number
  readonly people: Week['people']
  readonly names: Week['names']
  readonly onChange: (line: Line) => void
  readonly onRemove: () => void
}

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** ShiftLine is one line of a pattern: who, called as which number, on which days, from when to when. */
export function ShiftLine({ line, number, weeks, people, names, onChange, onRemove }: ShiftLineProps): ReactNode {
  const t = useTranslations('onCall.form')
  const known = people.map(({ id, name }) => ({ id, label: name }))
  const choices = line.personId === null || known.some(({ id }) => id === line.personId) ? known : [...known, { id: line.personId, label: names[line.personId] ?? '' }]
  return (
    <div role="group" aria-label={t('line', { n: number })} className="grid gap-2 rounded-lg border border-line p-3">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_130px_130px]">
        <Picker label={t('person')} choices={choices} value={line.personId} onChange={(personId) => { onChange({ ...line, personId }) }} />
        <NumberField label={t('position')} value={line.position} minValue={1} maxValue={20} onChange={(position) => { onChange({ ...line, position }) }} />
        {weeks > 1 && <NumberField label={t('inWeek')} value={line.week + 1} minValue={1} maxValue={weeks} onChange={(week) => { onChange({ ...line, week: week - 1 }) }} />}
      </div>
      <div role="group" aria-label={t('days')} className="flex flex-wrap gap-x-4">
        {DAYS.map((day) => (
          <Checkbox
            key={day} isSelected={line.weekdays.includes(day)}
            onChange={(isOn) => { onChange({ ...line, weekdays: isOn ? [...line.weekdays, day].sort() : line.weekdays.filter((one) => one !== day) }) }}
          >
            {t(`day.d${day}`)}
          </Checkbox>
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <TextField label={t('fromTime')} type="time" value={line.from} onChange={(from) => { onChange({ ...line, from }) }} className="w-32" />
        <TextField label={t('toTime')} type="time" value={line.to} onChange={(to) => { onChange({ ...line, to }) }} className="w-32" />
        <Button size="sm" className="ms-auto" onPress={onRemove}>{t('remove')}</Button>
      </div>
    </div>
  )
}

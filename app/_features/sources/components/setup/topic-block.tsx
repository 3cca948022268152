'use client'

import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { TIME_UNITS, type TimeUnit } from '#server/core/sources/mqtt-settings.ts'
import type { HeardMessage } from '#server/core/sources/heard.ts'
import { UNITS } from '#server/core/telemetry/unit-table.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { Button } from '../../../../_ui/button.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { EMPTY_VALUE, type TopicDraft } from '../../prepare/setup/draft.ts'
import type { SitePoint } from '../../prepare/setup/place.ts'
import type { ProblemWords } from '../../prepare/setup/problems.ts'
import { ValueRow } from './value-row.tsx'

interface TopicBlockProps {
  readonly draft: TopicDraft
  readonly number: number
  readonly points: readonly SitePoint[]
  readonly messages: readonly HeardMessage[]
  readonly problem: ProblemWords
  readonly onChange: (draft: TopicDraft) => void
  readonly onRemove: () => void
}

const UNIT_CHOICES = [...UNITS.keys()].map((code) => ({ id: code, label: code, ...(unitLabel(code) === code ? {} : { note: unitLabel(code) }) }))

/** TopicBlock is one topic filter with what is read off its messages: the time, the quality and the values. */
export function TopicBlock({ draft, number, points, messages, problem, onChange, onRemove }: TopicBlockProps): ReactNode {
  const t = useTranslations('setup.map')
  const pointChoices = useMemo(() => points.map(({ key, name, machine }) => ({ id: key, label: key, note: `${name}, ${machine}` })), [points])
  const change = (part: Partial<TopicDraft>): void => { onChange({ ...draft, ...part }) }
  const empty = problem('values')
  return (
    <section aria-label={t('topicNo', { number })} className="rounded-lg border border-line bg-surface">
      <div className="grid gap-3 p-3">
        <TextField label={t('topic')} hint={t('topicHint')} value={draft.topic} placeholder="plant/+/vibration" error={problem('topic')} autoComplete="off" onChange={(topic) => { change({ topic }) }} />
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)] items-start gap-3 max-sm:grid-cols-1">
          <TextField label={t('time')} placeholder={t('timeEmpty')} value={draft.ts} error={problem('ts')} autoComplete="off" onChange={(ts) => { change({ ts }) }} />
          <Select
            label={t('timeUnit')} value={draft.tsUnit} choices={TIME_UNITS.map((id) => ({ id, label: t(`timeUnits.${id}`) }))}
            onChange={(id) => { change({ tsUnit: TIME_UNITS.find((unit): unit is TimeUnit => unit === id) ?? 'ms' }) }}
          />
          <TextField label={t('quality')} placeholder={t('qualityEmpty')} value={draft.quality} error={problem('quality')} autoComplete="off" onChange={(quality) => { change({ quality }) }} />
          {draft.backlog !== '' && <TextField label={t('backlog')} value={draft.backlog} error={problem('backlog')} autoComplete="off" onChange={(backlog) => { change({ backlog }) }} />}
        </div>
      </div>
      <ul>
        {draft.values.map((value, index) => (
          <ValueRow
            // Rows have no name of their own; they are only added at the end.
            key={index} number={index + 1} draft={value} topic={draft.topic} points={points} pointChoices={pointChoices} unitChoices={UNIT_CHOICES} messages={messages}
            problem={(field) => problem(`values.${index}.${field}`)}
            onChange={(changed) => { change({ values: draft.values.with(index, changed) }) }}
            onRemove={() => { change({ values: draft.values.toSpliced(index, 1) }) }}
          />
        ))}
      </ul>
      {empty !== undefined && <p role="alert" className="px-3 pb-2 text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{empty}</p>}
      <div className="flex flex-wrap justify-between gap-2 border-t border-line-soft px-3 py-2.5">
        <Button size="sm" onPress={() => { change({ values: [...draft.values, EMPTY_VALUE] }) }}>{t('addValue')}</Button>
        <Button size="sm" variant="quiet" onPress={onRemove}>{t('removeTopic')}</Button>
      </div>
    </section>
  )
}

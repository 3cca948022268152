'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { HeardMessage } from '#server/core/sources/heard.ts'
import { formatNumber } from '../../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'
import { IconButton } from '../../../../_ui/button.tsx'
import type { Choice } from '../../../../_ui/select.tsx'
import { SuggestField } from '../../../../_ui/suggest-field.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import type { ValueDraft } from '../../prepare/setup/draft.ts'
import type { SitePoint } from '../../prepare/setup/place.ts'
import { readsNow } from '../../prepare/setup/taps.ts'
import type { ProblemWords } from '../../prepare/setup/problems.ts'

const LONGEST = 40

interface ValueRowProps {
  readonly number: number
  readonly draft: ValueDraft
  readonly topic: string
  readonly points: readonly SitePoint[]
  readonly pointChoices: readonly Choice[]
  readonly unitChoices: readonly Choice[]
  readonly messages: readonly HeardMessage[]
  readonly problem: ProblemWords
  readonly onChange: (draft: ValueDraft) => void
  readonly onRemove: () => void
}

/** ValueRow leads one value of a message to a point: where it is, whose it is and in which unit it comes. */
export function ValueRow({ number, draft, topic, points, pointChoices, unitChoices, messages, problem, onChange, onRemove }: ValueRowProps): ReactNode {
  const t = useTranslations('setup.map')
  const change = (part: Partial<ValueDraft>): void => { onChange({ ...draft, ...part }) }
  const point = points.find(({ key }) => key === draft.point.trim())
  const locale = useLocale()
  const shown = (value: number | string): string => (typeof value === 'number' ? formatNumber(value, locale) : value.slice(0, LONGEST))
  const reads = readsNow(messages, topic, draft.value.trim() === '' ? '$' : draft.value.trim())
  return (
    <li className="grid gap-2 border-t border-line-soft px-3 py-3">
      <div className="flex items-center justify-between gap-2">
        <h4 className="text-12 font-strong">{t('valueNo', { number })}{reads !== null && <span className="num ms-2 font-text text-fg-2">{reads.found ? t('readsNow', { value: shown(reads.value) }) : t('readsNothing')}</span>}</h4>
        <IconButton label={t('removeValue', { number })} onPress={onRemove}><X size={14} strokeWidth={1.5} aria-hidden /></IconButton>
      </div>
      <div className="grid grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,3fr)] items-start gap-3 max-sm:grid-cols-1">
        <SuggestField
          label={t('point')} value={draft.point} choices={pointChoices} error={problem('point')} placeholder={t('pointExample')} onChange={(text) => { change({ point: text }) }}
          hint={point === undefined ? undefined : t('pointIs', { name: point.name, machine: point.machine, feeds: point.fedBy === null ? 'nobody' : 'other', source: point.fedBy ?? '' })}
        />
        <TextField label={t('value')} value={draft.value} placeholder="$.temp" error={problem('value')} autoComplete="off" onChange={(value) => { change({ value }) }} />
        <SuggestField
          label={t('unit')} value={draft.unit} choices={unitChoices} error={problem('unit')} onChange={(unit) => { change({ unit }) }}
          placeholder={point === undefined ? '' : unitLabel(point.unit)}
        />
        {draft.unitPath !== '' && <TextField label={t('unitPath')} value={draft.unitPath} error={problem('unitPath')} onChange={(unitPath) => { change({ unitPath }) }} />}
        {draft.ts !== '' && <TextField label={t('ownTime')} value={draft.ts} error={problem('ts')} onChange={(ts) => { change({ ts }) }} />}
        {draft.quality !== '' && <TextField label={t('ownQuality')} value={draft.quality} error={problem('quality')} onChange={(quality) => { change({ quality }) }} />}
      </div>
    </li>
  )
}

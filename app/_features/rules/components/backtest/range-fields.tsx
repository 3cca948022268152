'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { useNow } from '../../../../_lib/time/now.tsx'
import { Segmented } from '../../../../_ui/segmented.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { rangeOf, SPANS, withSpan, type Extent, type RangeForm } from '../../prepare/past-range.ts'

interface RangeFieldsProps {
  readonly form: RangeForm
  readonly kept: Extent['kept']
  readonly onChange: (form: RangeForm) => void
}

/** RangeFields choose over which past is looked: the last days, or days of one's own by the site's calendar. */
export function RangeFields({ form, kept, onChange }: RangeFieldsProps): ReactNode {
  const t = useTranslations('backtest.range')
  const zone = useTimeZone()
  const now = useNow()
  const isBad = form.span === 'own' && form.firstDay !== '' && form.lastDay !== '' && rangeOf(form, kept, now, zone) === null
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2.5">
      <div>
        <p className="mb-1 text-12 text-fg-2">{t('label')}</p>
        <Segmented
          label={t('label')} value={form.span} choices={SPANS.map((id) => ({ id, label: id === 'own' ? t('own') : t('days', { days: id }) }))}
          onChange={(span) => { onChange(withSpan(form, span, kept, now, zone)) }}
        />
      </div>
      {form.span === 'own' && (
        <>
          <TextField type="date" label={t('first')} value={form.firstDay} onChange={(firstDay) => { onChange({ ...form, firstDay }) }} className="w-40" />
          <TextField type="date" label={t('last')} value={form.lastDay} onChange={(lastDay) => { onChange({ ...form, lastDay }) }} error={isBad ? t('order') : undefined} className="w-40" />
        </>
      )}
    </div>
  )
}

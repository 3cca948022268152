'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Value } from '../../../_ui/value.tsx'
import type { Alarm } from '../prepare/view.ts'

/** AlarmValue is the value that broke the limit, over the limit; in words where no number tells. */
export function AlarmValue({ alarm: { silence, unit, value, limit } }: { readonly alarm: Alarm }): ReactNode {
  const t = useTranslations('alarms.row')
  return (
    <span className="text-end max-md:col-start-2 max-md:flex max-md:gap-2 max-md:text-start max-md:text-12">
      <span className="block font-mid">{silence ? t('noData') : unit === null ? t('noValue') : <Value value={value} unit={unit} />}</span>
      {!silence && unit !== null && limit !== null && <span className="num block text-12 text-fg-2">{t('limit')} <Value limit value={limit} unit={unit} /></span>}
    </span>
  )
}

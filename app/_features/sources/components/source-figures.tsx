'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TimeAgo } from '../../../_ui/time.tsx'
import type { Source } from '../prepare/source.ts'

/** SourceFigures are the age of a source's last reading and how many it sends a minute. */
export function SourceFigures({ source }: { readonly source: Source }): ReactNode {
  const t = useTranslations('sources')
  const locale = useLocale()
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: source.ratePerMin < 10 ? 1 : 0 }).format(source.ratePerMin)
  return (
    <dl className="flex gap-6 text-end max-sm:text-start">
      <div className="flex flex-col-reverse">
        <dt className="text-12 text-fg-2">{t('lastReading')}</dt>
        <dd className="text-15 font-mid whitespace-nowrap">{source.lastSeenAt === null ? t('never') : <TimeAgo at={source.lastSeenAt} />}</dd>
      </div>
      <div className="flex flex-col-reverse">
        <dt className="text-12 text-fg-2">{t('aMinute')}</dt>
        <dd className="num text-15 font-mid">{rate}</dd>
      </div>
    </dl>
  )
}

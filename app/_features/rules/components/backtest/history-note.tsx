'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DAY_MS } from '#server/core/kernel/time.ts'
import { formatAge } from '../../../../_lib/format/ages.ts'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { keptDays, type Extent, type PastRange } from '../../prepare/past-range.ts'

const ONE_DAY = 1

/** HistoryNote says how much past there is, and whether the range chosen reaches beyond it. */
export function HistoryNote({ extent, range }: { readonly extent: Extent; readonly range: PastRange | null }): ReactNode {
  const t = useTranslations('backtest.history')
  const locale = useLocale()
  const zone = useTimeZone()
  const { kept, machines } = extent
  if (kept === null) return <p className="text-12 text-fg-2">{t('none')}</p>
  const days = range === null ? null : keptDays(range, kept)
  const isShort = range !== null && days !== null && days < (range.to - range.from) / DAY_MS - ONE_DAY
  return (
    <p className="max-w-[90ch] text-12 text-fg-2">
      {t('kept', { machines, from: formatMoment(kept.fromMs, 'short', locale, zone), to: formatMoment(kept.toMs, 'short', locale, zone), age: formatAge(kept.toMs - kept.fromMs, locale) })}
      {isShort && <>{' '}<span className="text-fg">{days === 0 ? t('outside') : t('short', { age: formatAge(days * DAY_MS, locale) })}</span></>}
    </p>
  )
}

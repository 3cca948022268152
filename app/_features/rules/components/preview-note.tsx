'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DAY_MS, HOUR_MS } from '#server/core/kernel/time.ts'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import type { WatchedPoint } from '../prepare/rule.ts'
import type { Preview } from '../prepare/summary.ts'

/** PreviewNote says on what the rule was tried: the point, from when to when, how many readings, and that planned stops are in it. */
export function PreviewNote({ preview, point, days }: { readonly preview: Preview; readonly point: WatchedPoint; readonly days: number }): ReactNode {
  const t = useTranslations('rules.preview')
  const locale = useLocale()
  const zone = useTimeZone()
  const moment = (at: number): string => formatMoment(at, 'short', locale, zone)
  const first = preview.points[0]?.[0] ?? preview.fromMs
  const isCapped = preview.fromMs > preview.toMs - days * DAY_MS + HOUR_MS
  return (
    <p className="max-w-[90ch] pb-1 text-12 text-fg-2">
      {t('note', { point: `${point.assetTag} ${point.name}`, from: moment(Math.max(first, preview.fromMs)), to: moment(preview.toMs), count: preview.readings })}
      {isCapped && <>{'; '}{t('capped', { count: new Intl.NumberFormat(locale).format(preview.readings), from: moment(preview.fromMs) })}</>}
      {'. '}{t('maintenance')}
    </p>
  )
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatMoment } from '../format/moments.ts'
import { useTimeZone } from '../site/zone.tsx'
import type { TrendModel } from './model.ts'
import { trendOfEvidence, type DrawnEvidence } from './of-evidence.ts'

/** useEvidenceModel makes the picture of one episode's frozen evidence; it has colour only while the episode stands. Null when there is nothing to draw. */
export function useEvidenceModel(data: DrawnEvidence | null, stands: boolean): TrendModel | null {
  const t = useTranslations('workOrder.evidence')
  const locale = useLocale()
  const zone = useTimeZone()
  return useMemo(
    () => data === null ? null : trendOfEvidence(data, stands, {
      limit: t('limit'), fired: t('fired', { at: formatMoment(Date.parse(data.firedAt), 'clock', locale, zone) }),
      gateValue: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value),
    }),
    [data, stands, t, locale, zone],
  )
}

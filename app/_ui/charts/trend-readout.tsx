'use client'

import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../_lib/format/moments.ts'
import { useTimeZone } from '../../_lib/site/zone.tsx'
import { Value } from '../value.tsx'
import type { AlignedData } from '../../_lib/trend/align.ts'
import { limitAt } from '../../_lib/trend/limits.ts'
import type { TrendModel } from '../../_lib/trend/model.ts'
import { LEFT } from './gutters.ts'
import { useTranslations } from 'next-intl'

interface TrendReadoutProps {
  readonly model: TrendModel
  readonly data: AlignedData
  /** Column under the cursor, null when there is none. */
  readonly index: number | null
  /** Announced when the cursor is moved by keys. */
  readonly spoken: boolean
}

/** TrendReadout writes the values under the cursor in the plot's upper left corner. */
export function TrendReadout({ model, data, index, spoken }: TrendReadoutProps): ReactNode {
  const locale = useLocale()
  const zone = useTimeZone()
  const t = useTranslations('chart')
  const ts = index === null ? undefined : data[0][index]
  const values = ts === undefined || index === null ? [] : model.series.flatMap((series, place) => {
    const value = data[place + 1]?.[index]
    return typeof value === 'number' ? [{ series, value }] : []
  })
  const shown = ts !== undefined && values.length > 0
  return (
    <div
      aria-live={spoken ? 'polite' : 'off'}
      className={shown ? 'pointer-events-none absolute top-6 flex max-w-[70%] flex-wrap gap-x-2.5 rounded-md border border-line bg-surface px-2 py-0.5 text-12' : 'hidden'}
      style={{ insetInlineStart: LEFT + 8 }}
    >
      {shown && (
        <>
          <span className="num text-fg-2">{formatMoment(ts, 'short', locale, zone)}</span>
          {values.map(({ series, value }) => {
            const limit = model.limits.find((candidate) => candidate.seriesId === series.id)
            const level = limit ? limitAt(limit.steps, ts) : null
            return (
              <span key={series.id}>
                {model.series.length > 1 && <span className="text-fg-2">{series.label} </span>}
                <Value value={value} unit={series.unit} className="font-strong" />
                {level !== null && <span className="text-fg-2"> {t('limit')} <Value value={level} unit={series.unit} limit /></span>}
              </span>
            )
          })}
        </>
      )}
    </div>
  )
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { formatMoment } from '../../_lib/format/moments.ts'
import { formatLimit, formatNumber } from '../../_lib/format/numbers.ts'
import { unitLabel } from '../../_lib/format/units.ts'
import { useTimeZone } from '../../_lib/site/zone.tsx'
import { Table, Td, Th } from '../table.tsx'
import { alignSeries } from '../../_lib/trend/align.ts'
import { limitAt } from '../../_lib/trend/limits.ts'
import type { TrendModel } from '../../_lib/trend/model.ts'

const MAX_ROWS = 240

/** TrendTable is the same trend as numbers, newest first, for reading aloud and copying. */
export function TrendTable({ label, model }: { readonly label: string; readonly model: TrendModel }): ReactNode {
  const locale = useLocale()
  const zone = useTimeZone()
  const t = useTranslations('chart')
  const [moments, ...columns] = useMemo(() => alignSeries(model.series), [model.series])
  const rows = moments.map((_ts, index) => index).filter((index) => columns.some((column) => typeof column[index] === 'number')).toReversed()
  const every = Math.max(1, Math.ceil(rows.length / MAX_ROWS))
  const shown = rows.filter((_row, place) => place % every === 0)
  return (
    <div>
      <div className="max-h-[320px] overflow-auto" tabIndex={0} role="group" aria-label={label}>
        <Table label={label}>
          <thead className="sticky top-0 bg-surface">
            <tr>
              <Th>{t('time')}</Th>
              {model.series.map((series) => <Th key={series.id} number>{series.label}{series.unit === '' ? '' : `, ${unitLabel(series.unit)}`}</Th>)}
              {model.limits.map((limit) => <Th key={`${limit.seriesId} ${limit.label}`} number>{limit.label}</Th>)}
            </tr>
          </thead>
          <tbody>
            {shown.map((index) => {
              const ts = moments[index] ?? 0
              return (
                <tr key={ts}>
                  <Td className="num whitespace-nowrap">{formatMoment(ts, 'short', locale, zone)}</Td>
                  {model.series.map((series, place) => {
                    const value = columns[place]?.[index]
                    return <Td key={series.id} number>{typeof value === 'number' ? formatNumber(value, locale) : ''}</Td>
                  })}
                  {model.limits.map((limit) => {
                    const level = limitAt(limit.steps, ts)
                    return <Td key={`${limit.seriesId} ${limit.label}`} number>{level === null ? '' : formatLimit(level, locale)}</Td>
                  })}
                </tr>
              )
            })}
          </tbody>
        </Table>
      </div>
      {every > 1 && <p className="px-3.5 pt-2 text-12 text-fg-2">{t('thinned', { every, count: rows.length })}</p>}
    </div>
  )
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatLimit } from '../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../_lib/format/units.ts'
import { Button } from '../../../_ui/button.tsx'
import { hasBand, type AssetDetail, type PointView } from '../prepare/nameplate.ts'
import { EditPoint } from './edit-point.tsx'

/** MeasurementList tells of each point its unit and, where it measures vibration, the band that it truly covers and its sample rate. */
export function MeasurementList({ detail }: { readonly detail: AssetDetail }): ReactNode {
  const t = useTranslations('nameplate')
  const [editing, setEditing] = useState<PointView | null>(null)
  return (
    <div className="border-t border-line-soft py-2.5 text-13">
      <h3 className="px-3.5 text-12 text-fg-2">{t('measurements')}</h3>
      <ul>
        {detail.points.map((point) => (
          <li key={point.id} className="flex items-center gap-x-3 px-3.5 py-1">
            <div className="me-auto min-w-0">
              <p>{point.name}{unitLabel(point.unit) !== '' && <span className="text-fg-2">, {unitLabel(point.unit)}</span>}</p>
              {hasBand(point) && <Band point={point} />}
            </div>
            {detail.allowed.edit && <Button size="sm" variant="quiet" aria-label={t('editPoint', { point: point.name })} onPress={() => { setEditing(point) }}>{t('edit')}</Button>}
          </li>
        ))}
      </ul>
      {editing !== null && <EditPoint point={editing} onClose={() => { setEditing(null) }} />}
    </div>
  )
}

function Band({ point: { bandLowHz, bandHighHz, sampleRateHz } }: { readonly point: PointView }): ReactNode {
  const t = useTranslations('nameplate')
  const locale = useLocale()
  const hertz = (value: number): string => formatLimit(value, locale)
  const band = bandLowHz === null || bandHighHz === null ? t('bandUnknown') : t('band', { low: hertz(bandLowHz), high: hertz(bandHighHz) })
  return <p className="num text-12 text-fg-2">{band} · {sampleRateHz === null ? t('rateUnknown') : t('rate', { rate: hertz(sampleRateHz) })}</p>
}

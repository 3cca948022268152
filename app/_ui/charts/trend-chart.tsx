'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTimeZone } from '../../_lib/site/zone.tsx'
import { alignSeries } from '../../_lib/trend/align.ts'
import type { TrendModel, ValueScale } from '../../_lib/trend/model.ts'
import { canBeLog } from '../../_lib/trend/values.ts'
import { StateStrip } from './state-strip.tsx'
import { TrendReadout } from './trend-readout.tsx'
import { TrendTable } from './trend-table.tsx'
import { usePlot } from './use-plot.ts'

interface TrendChartProps {
  /** What the picture shows, in one sentence for those who do not see it. */
  readonly label: string
  readonly model: TrendModel
  readonly scale: ValueScale
  readonly height?: number
  /** Show the numbers instead of the picture. */
  readonly asTable?: boolean
}

/**
 * TrendChart draws a trend: data in dark grey, limits as thin lines, breaches shaded, the present marked, gaps left open; arrows move the cursor.
 * Time runs from left to right in every language.
 */
export function TrendChart({ label, model, scale, height = 260, asTable = false }: TrendChartProps): ReactNode {
  return asTable ? <TrendTable label={label} model={model} /> : <Picture label={label} model={model} scale={scale} height={height} />
}

function Picture({ label, model, scale, height }: { label: string; model: TrendModel; scale: ValueScale; height: number }): ReactNode {
  const locale = useLocale()
  const timeZone = useTimeZone()
  const t = useTranslations('chart')
  const [byKey, setByKey] = useState(false)
  const { place, index, step } = usePlot({
    model, scale: scale === 'log' && !canBeLog(model) ? 'linear' : scale, height, locale, timeZone, nowWord: t('now'),
  })
  const data = useMemo(() => alignSeries(model.series), [model.series])
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    setByKey(true)
    step(by)
  }
  return (
    <div className="min-w-0">
      <div
        dir="ltr" role="group" tabIndex={0} aria-label={`${label} ${t('keys')}`} onKeyDown={onKeyDown} onPointerMove={() => { setByKey(false) }}
        className="relative rounded-md focus-visible:outline-offset-0"
      >
        <div ref={place} aria-hidden style={{ height }} />
        <TrendReadout model={model} data={data} index={index} spoken={byKey} />
      </div>
      {model.strip !== null && <StateStrip model={model} />}
    </div>
  )
}

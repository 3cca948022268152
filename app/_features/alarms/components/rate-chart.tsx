'use client'

import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { ceilingOf, type HourBar } from '../prepare/rate.ts'

const TICKS = 6
const DAY_BARS = 48

interface RateChartProps {
  readonly bars: readonly HourBar[]
  readonly target: number
  readonly label: string
}

const part = (share: number): string => `${share * 100}%`

/** RateChart draws a bar an hour, the folded part lighter, and the target as a thin line; days name the axis of a long time, clocks that of a day. */
export function RateChart({ bars, target, label }: RateChartProps): ReactNode {
  const locale = useLocale()
  const zone = useTimeZone()
  const top = ceilingOf(bars, target)
  const every = Math.max(1, Math.ceil(bars.length / TICKS))
  return (
    <div dir="ltr" role="img" aria-label={label} className="num grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-11 text-fg-2">
      <div className="flex h-40 flex-col justify-between text-end leading-none"><span>{top}</span><span>{top / 2}</span><span>0</span></div>
      <div className="relative h-40 border-b border-g6">
        <svg viewBox={`0 0 ${bars.length} ${top}`} preserveAspectRatio="none" className="absolute inset-0 size-full">
          {bars.map(({ n, folded }, i) => (
            <g key={i}>
              <rect x={i + 0.1} y={top - n} width={0.8} height={folded} className="fill-g6" />
              <rect x={i + 0.1} y={top - n + folded} width={0.8} height={n - folded} className="fill-g9" />
            </g>
          ))}
        </svg>
        <div className="absolute inset-x-0 border-t border-dashed border-g12" style={{ bottom: part(target / top) }} />
        <span className="absolute inset-e-0 text-fg" style={{ bottom: part(target / top) }}>{target}</span>
      </div>
      <div className="relative col-start-2 mt-1 h-4 overflow-hidden">
        {bars.map(({ at }, i) => (i % every === 0 ? (
          <span key={at} className="absolute whitespace-nowrap" style={{ insetInlineStart: part(i / bars.length) }}>{formatMoment(at, bars.length > DAY_BARS ? 'day' : 'clock', locale, zone)}</span>
        ) : null))}
      </div>
    </div>
  )
}

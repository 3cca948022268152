'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRuleWords } from '../../hooks/use-rule-words.ts'
import { distributionOf, shareBeyond } from '../../prepare/distribution.ts'

const WIDTH = 240
const HEIGHT = 24

interface LiesProps {
  readonly values: readonly number[]
  readonly direction: 'above' | 'below'
  readonly limit: number
  readonly unit: string
}

/** Lies shows how the signal's values lie, with the limit among them, so that it is set against reality. */
export function Lies({ values, direction, limit, unit }: LiesProps): ReactNode {
  const t = useTranslations('rules.lies')
  const locale = useLocale()
  const words = useRuleWords()
  const shape = distributionOf(values)
  const share = shareBeyond(values, direction, limit)
  if (shape === null) return <p className="text-12 text-fg-2">{t('none')}</p>
  const x = WIDTH * Math.min(1, Math.max(0, (limit - shape.low) / (shape.high - shape.low)))
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <svg
        width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" className="max-w-full"
        aria-label={t('label', { low: words.measured(shape.low, unit), high: words.measured(shape.high, unit), limit: words.value(limit, unit) })}
      >
        {shape.bins.map((height, bin) => {
          const width = WIDTH / shape.bins.length
          return <rect key={bin} x={bin * width} y={HEIGHT - Math.max(1, (HEIGHT - 2) * height)} width={width - 1} height={Math.max(1, (HEIGHT - 2) * height)} className="fill-g7" />
        })}
        {Number.isFinite(limit) && <path d={`M${x} 0V${HEIGHT}`} className="stroke-fg" strokeWidth="2" />}
      </svg>
      {share !== null && <p className="text-12 text-fg-2">{t('share', { side: direction, share: percent.format(share), median: words.measured(shape.median, unit) })}</p>}
    </div>
  )
}

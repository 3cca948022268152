'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FLOOD } from '#server/core/alarms/flood.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { barsOf } from '../prepare/rate.ts'

const [WIDTH, HEIGHT, GAP] = [10, 30, 2]

/** RateStrip is the last day in a strip of bars and a sentence, and which alarm came most; not on small screens. */
export function RateStrip(): ReactNode {
  const t = useTranslations('alarms.strip')
  const { data } = useQuery(useTRPC().alarms.report.queryOptions({ hours: 24 }))
  if (data === undefined || data.summary.total === 0) return null
  const bars = barsOf(data)
  const most = Math.max(1, ...bars.map((bar) => bar.n))
  const [worst] = data.badActors
  return (
    <div className="ms-auto flex items-end gap-8 max-lg:hidden">
      <div>
        <svg role="img" aria-label={t('label')} width={bars.length * (WIDTH + GAP)} height={HEIGHT} className="block">
          <path d={`M0 ${HEIGHT - 0.5}H${bars.length * (WIDTH + GAP)}`} className="stroke-g6" />
          {bars.map(({ at, n }, i) => {
            const height = (n / most) * (HEIGHT - 1)
            return <rect key={at} x={i * (WIDTH + GAP)} y={HEIGHT - 1 - height} width={WIDTH} height={height} className="fill-g8" />
          })}
        </svg>
        <p className="num text-12 text-fg-2">{t('rate', { total: data.summary.total, peak: data.summary.peak, flood: FLOOD.begins })}</p>
      </div>
      {worst !== undefined && worst.activations > 1 && (
        <p className="text-end">
          <span className="num block text-20 font-strong">{t('worst', { n: worst.activations, total: data.summary.total })}</span>
          <span className="text-12 text-fg-2">{t('worstOf', { machine: worst.asset.tag })}</span>
        </p>
      )}
    </div>
  )
}

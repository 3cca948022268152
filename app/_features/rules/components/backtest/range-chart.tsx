'use client'

import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import type { FiringClass } from '#server/core/backtest/outcomes.ts'
import { TimelineRow, type TimelineItem } from '../../../../_ui/charts/timeline-row.tsx'
import { TrendChart } from '../../../../_ui/charts/trend-chart.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Select } from '../../../../_ui/select.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import { useRangeCourse } from '../../hooks/use-range-course.ts'
import type { BacktestSides } from '../../hooks/use-side-words.ts'
import { rangePicture, seenPoints } from '../../prepare/backtest-chart.ts'
import { SIDES, type Report, type Side } from '../../prepare/backtest.ts'
import { ClassMark } from './class-mark.tsx'

const HEIGHT = 280
const LEGEND = ['hit', 'false', 'unknown', 'suppressed', 'trouble'] as const

interface RangeChartProps {
  readonly report: Report
  readonly sides: BacktestSides
  /** The point that the address names; the one that fired most without it. */
  readonly seen: string | null
  readonly asTable: boolean
  readonly onChange: (change: { seen?: string; view?: 'chart' | 'table' }) => void
}

/** RangeChart draws a point's course over the whole range, and under it on the same axis where each definition would have fired and what is known to have been wrong. */
export function RangeChart({ report, sides, seen, asTable, onChange }: RangeChartProps): ReactNode {
  const t = useTranslations('backtest.chart')
  const chart = useTranslations('chart')
  const codes = sides.tried?.points
  const points = useMemo(() => seenPoints(report, codes ?? []), [report, codes])
  const point = points.find((one) => one.id === seen) ?? points[0] ?? null
  const { points: course, error, retry } = useRangeCourse(report, point)
  const model = useMemo(() => (course === null || point === null ? null : rangePicture(report, point, course, sides.tried, t('limit'))), [report, point, course, sides.tried, t])
  if (point === null) return null
  const items = (side: Side): readonly TimelineItem[] => (report[side]?.firings ?? []).filter(({ assetId }) => assetId === point.assetId)
    .map(({ from, to, key, class: of }: { from: number; to: number | null; key: string; class: FiringClass }) => ({ id: `${from} ${key}`, from, to, mark: <ClassMark of={of} /> }))
  const troubles = report.troubles.filter(({ assetId, kind }) => assetId === point.assetId && (kind === 'failure' || kind === 'fault'))
    .map(({ orderId, from, to, failureAt }): TimelineItem => ({ id: orderId, from: failureAt ?? from, to, mark: <ClassMark of="trouble" /> }))
  return (
    <Panel title={t('title')} bare aside={<Button size="sm" onPress={() => { onChange({ view: asTable ? 'chart' : 'table' }) }}>{chart(asTable ? 'picture' : 'table')}</Button>}>
      <div className="px-3.5 pt-2.5 pb-3">
        {points.length > 1 && (
          <Select
            label={t('point')} value={point.id} className="mb-2 w-64 max-w-full" onChange={(id) => { onChange({ seen: id }) }}
            choices={points.map((one) => ({ id: one.id, label: `${one.assetTag} ${one.name}` }))}
          />
        )}
        {error !== null && <ErrorState message={error.message} onRetry={retry} />}
        {model === null && error === null && <Skeleton className="h-[280px] w-full" />}
        {model !== null && course?.length === 0 && <p className="text-13 text-fg-2">{t('none')}</p>}
        {model !== null && course?.length !== 0 && (
          <>
            <TrendChart label={t('label', { point: `${point.assetTag} ${point.name}` })} model={model} scale="linear" height={HEIGHT} asTable={asTable} />
            {!asTable && (
              <div className="mt-1">
                {SIDES.map((side) => report[side] !== null && <TimelineRow key={side} label={sides.short(side)} from={model.from} to={model.to} items={items(side)} />)}
                <TimelineRow label={t('known')} from={model.from} to={model.to} items={troubles} />
              </div>
            )}
            {!asTable && <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-12 text-fg-2">{LEGEND.map((of) => <span key={of} className="whitespace-nowrap"><ClassMark of={of} /> {t(`legend.${of}`)}</span>)}</p>}
          </>
        )}
      </div>
    </Panel>
  )
}

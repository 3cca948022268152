'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TrendModel, ValueScale } from '../../../_lib/trend/model.ts'
import { TimelineRow } from '../../../_ui/charts/timeline-row.tsx'
import { TrendChart } from '../../../_ui/charts/trend-chart.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import type { RuleTrial } from '../hooks/use-try.ts'
import { barsOf } from '../prepare/firings.ts'
import { publishedOf, type RuleView, type WatchedPoint } from '../prepare/rule.ts'

interface PreviewChartProps {
  readonly rule: RuleView
  readonly trial: RuleTrial
  readonly point: WatchedPoint
  readonly model: TrendModel
  readonly scale: ValueScale
  readonly asTable: boolean
}

const HEIGHT = 320

/** PreviewChart draws the trial, and under it where the editor's rule and the version in force would have fired. */
export function PreviewChart({ rule, trial, point, model, scale, asTable }: PreviewChartProps): ReactNode {
  const t = useTranslations('rules.preview')
  const before = trial.published?.preview
  const mark = (priority: number): ReactNode => <PriorityMark priority={priority} quiet size={15} />
  return (
    <>
      <TrendChart label={t('chart', { point: `${point.assetTag} ${point.name}` })} model={model} scale={scale} height={HEIGHT} asTable={asTable} />
      {!asTable && (
        <div className="mt-1">
          <TimelineRow label={t('draftRow')} from={model.from} to={model.to} items={barsOf(trial.draft.preview?.firings ?? [], mark(trial.draft.definition?.priority ?? 4))} />
          {before != null && rule.version !== null && (
            <TimelineRow label={t('publishedRow', { version: rule.version })} from={model.from} to={model.to} items={barsOf(before.firings, mark(publishedOf(rule)?.priority ?? 4))} />
          )}
        </div>
      )}
    </>
  )
}

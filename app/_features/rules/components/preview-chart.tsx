'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TrendModel, ValueScale } from '../../../_lib/trend/model.ts'
import { TimelineRow } from '../../../_ui/charts/timeline-row.tsx'
import { TrendChart } from '../../../_ui/charts/trend-chart.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { useJudgedPicture } from '../hooks/use-picture.ts'
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
const JUDGED_HEIGHT = 220

/** PreviewChart draws the trial, and under it where the editor's rule and the version in force would have fired. */
export function PreviewChart({ rule, trial, point, model, scale, asTable }: PreviewChartProps): ReactNode {
  const t = useTranslations('rules.preview')
  const measure = useTranslations('rules.measure.name')
  const before = trial.published?.preview
  const judged = useJudgedPicture(trial)
  const kind = trial.draft.definition?.measure.kind ?? 'value'
  const mark = (priority: number): ReactNode => <PriorityMark priority={priority} quiet size={15} />
  return (
    <>
      {judged !== null && (
        <>
          <p className="mb-1 text-12 text-fg-2">{t('judged', { what: measure(kind) })}</p>
          <TrendChart label={t('judged', { what: measure(kind) })} model={judged} scale="linear" height={JUDGED_HEIGHT} asTable={asTable} />
          <p className="mt-2 mb-1 text-12 text-fg-2">{t('value')}</p>
        </>
      )}
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

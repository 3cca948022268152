'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { startsLog } from '../../../_lib/trend/values.ts'
import { useEvidenceModel } from '../../../_lib/trend/use-evidence-model.ts'
import { TrendChart } from '../../../_ui/charts/trend-chart.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import type { AlarmDetail } from '../prepare/view.ts'

const HEIGHT = 170

/** WhyChart draws the readings around the moment at which an alarm fired, with the limit and the machine's state. */
export function WhyChart({ detail: { alarm, evidence } }: { readonly detail: AlarmDetail }): ReactNode {
  const t = useTranslations('alarms.why')
  const model = useEvidenceModel(evidence, alarm.resolvedAt === null)
  if (model === null || evidence === null) return <EmptyState>{t('notYours')}</EmptyState>
  if (model.series[0]?.points.length === 0) return <EmptyState>{t('noReadings')}</EmptyState>
  return <TrendChart label={t('chart', { point: evidence.trend.point.name, machine: alarm.asset.tag })} model={model} scale={startsLog(model) ? 'log' : 'linear'} height={HEIGHT} />
}

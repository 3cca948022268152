'use client'

import { useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo, type ReactNode } from 'react'
import { TrendChart } from '../../../_ui/charts/trend-chart.tsx'
import { TimelineRow } from '../../../_ui/charts/timeline-row.tsx'
import { TrendControls, trendControls } from '../../../_ui/charts/trend-controls.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Segmented } from '../../../_ui/segmented.tsx'
import { Skeleton } from '../../../_ui/skeleton.tsx'
import { startsLog } from '../../../_lib/trend/values.ts'
import { useAssetTrend } from '../hooks/use-asset-trend.ts'
import { newestAge, shownPoints, type AssetDetail } from '../prepare/points.ts'
import { rangeFor, RANGES } from '../prepare/range.ts'

const HEIGHT = 300

/** AssetTrend is the machine's course on one time axis: readings with their limits, the gate below, and its incidents. */
export function AssetTrend({ detail }: { readonly detail: AssetDetail }): ReactNode {
  const t = useTranslations('assets')
  const fallback = rangeFor(newestAge(detail.points))
  const [{ range: asked, point, axis: chosen, view }, set] = useQueryStates({ range: parseAsStringLiteral(RANGES), point: parseAsString, ...trendControls })
  const range = asked ?? fallback
  const points = useMemo(() => shownPoints(detail.points, point), [detail.points, point])
  const { model, isLoading, error, retry } = useAssetTrend(detail, points, range)
  const axis = chosen ?? (model !== null && startsLog(model) ? 'log' : 'linear')
  const empty = model !== null && model.series.every((series) => series.points.length === 0)
  const title = points.length === 1 ? points[0]?.name : t('trend')
  return (
    <Panel
      title={title ?? t('trend')} bare
      note={point !== null && <Button size="sm" variant="quiet" onPress={() => { void set({ point: null }) }}>{t('allPoints')}</Button>}
      aside={(
        <>
          <Segmented label={t('range')} value={range} onChange={(next) => { void set({ range: next }) }} choices={RANGES.map((id) => ({ id, label: t(`ranges.${id}`) }))} />
          <TrendControls model={model} axis={axis} view={view} onChange={(change) => { void set(change) }} />
        </>
      )}
    >
      <div className="px-2 pt-2 pb-2.5">
        {error !== null && <ErrorState message={error.message} onRetry={retry} />}
        {isLoading && <Skeleton className="h-[300px] w-full" />}
        {empty && (
          <EmptyState action={range === 'all' ? undefined : <Button size="sm" onPress={() => { void set({ range: fallback === range ? 'all' : fallback }) }}>{t('showNewest')}</Button>}>
            {detail.points.length === 0 ? t('noPoints') : t('noReadings')}
          </EmptyState>
        )}
        {model !== null && !empty && (
          <>
            <TrendChart label={t('trendOf', { machine: detail.asset.tag, points: points.map((one) => one.name).join(', ') })} model={model} scale={axis} height={HEIGHT} asTable={view === 'table'} />
            {view === 'chart' && detail.incidents.length > 0 && (
              <TimelineRow
                label={t('alarms')} from={model.from} to={model.to}
                items={detail.incidents.map((incident) => ({
                  id: incident.id, from: Date.parse(incident.openedAt), to: incident.resolvedAt === null ? null : Date.parse(incident.resolvedAt),
                  mark: <PriorityMark priority={incident.priority} quiet={incident.resolvedAt !== null} size={15} />,
                }))}
              />
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

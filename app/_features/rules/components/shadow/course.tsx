'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import { useMemo, useState, type ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { useNow } from '../../../../_lib/time/now.tsx'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { TrendChart } from '../../../../_ui/charts/trend-chart.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Dialog } from '../../../../_ui/dialog.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import type { RuleView } from '../../prepare/rule.ts'
import { courseOf, courseWindow, limitSide, type FiredView, type ShadowView } from '../../prepare/shadow.ts'

const BUCKETS = 600
const HEIGHT = 300

/** Course shows how a point went around the firing that the address names: of the watched version or of the one in force. */
export function Course({ rule, view }: { readonly rule: RuleView; readonly view: ShadowView }): ReactNode {
  const [id, open] = useQueryState('firing')
  const shadow = view.firings.find((one) => one.id === id)
  const fired = shadow ?? view.live.find((one) => one.id === id)
  if (fired === undefined) return null
  const version = shadow === undefined ? view.liveVersion : view.version
  const definition = rule.versions.find((one) => one.version === version)?.definition ?? null
  return <CourseDialog fired={fired} side={limitSide(definition)} version={version ?? 0} onClose={() => { void open(null) }} />
}

interface CourseDialogProps {
  readonly fired: FiredView
  readonly side: 'above' | 'below' | null
  readonly version: number
  readonly onClose: () => void
}

function CourseDialog({ fired, side, version, onClose }: CourseDialogProps): ReactNode {
  const t = useTranslations('verdicts.shadow.course')
  const locale = useLocale()
  const zone = useTimeZone()
  const now = useNow()
  const [asTable, setAsTable] = useState(false)
  // The clock goes on, the picture stays.
  const [window] = useState(() => courseWindow(fired, now))
  const span = { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString(), buckets: BUCKETS }
  const { data, error, refetch } = useQuery(useTRPC().telemetry.series.queryOptions(fired.pointId === null ? skipToken : { pointIds: [fired.pointId], ...span }))
  const points = data?.series[0]?.points
  const model = useMemo(() => points === undefined ? null : courseOf({
    fired, points, window, direction: side, words: { limit: t('limit'), fired: t('fired'), over: t('over') },
  }), [fired, points, window, side, t])
  const title = t('title', { machine: fired.assetTag, point: fired.pointName, version })
  return (
    <Dialog title={title} isOpen wide onClose={onClose}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2 text-13">
        <p>{t('from', { moment: formatMoment(fired.from, 'short', locale, zone) })}</p>
        <Button size="sm" onPress={() => { setAsTable(!asTable) }}>{t(asTable ? 'picture' : 'table')}</Button>
      </div>
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {points === undefined && error === null && fired.pointId !== null && <Skeleton className="h-[300px] w-full" />}
      {(fired.pointId === null || points?.length === 0) && <p className="text-13 text-fg-2">{t('none')}</p>}
      {model !== null && points?.length !== 0 && <TrendChart label={title} model={model} scale="linear" height={HEIGHT} asTable={asTable} />}
    </Dialog>
  )
}

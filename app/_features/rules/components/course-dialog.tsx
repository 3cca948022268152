'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState, type ReactNode } from 'react'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { TrendChart } from '../../../_ui/charts/trend-chart.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Skeleton } from '../../../_ui/skeleton.tsx'
import { courseOf, courseWindow, type FiredView } from '../prepare/shadow.ts'

const BUCKETS = 600
const HEIGHT = 300

interface CourseDialogProps {
  readonly fired: FiredView
  readonly side: 'above' | 'below' | null
  readonly title: string
  /** Until when a firing that goes on is shown (epoch ms). */
  readonly until: number
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** CourseDialog shows how a point went around a firing, with the limit that decided it; as numbers, too. */
export function CourseDialog({ fired, side, title, until, children, onClose }: CourseDialogProps): ReactNode {
  const t = useTranslations('verdicts.shadow.course')
  const locale = useLocale()
  const zone = useTimeZone()
  const [asTable, setAsTable] = useState(false)
  // The clock goes on, the picture stays.
  const [window] = useState(() => courseWindow(fired, until))
  const span = { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString(), buckets: BUCKETS }
  const { data, error, refetch } = useQuery(useTRPC().telemetry.series.queryOptions(fired.pointId === null ? skipToken : { pointIds: [fired.pointId], ...span }))
  const points = data?.series[0]?.points
  const model = useMemo(() => points === undefined ? null : courseOf({
    fired, points, window, direction: side, words: { limit: t('limit'), fired: t('fired'), over: t('over') },
  }), [fired, points, window, side, t])
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
      {children}
    </Dialog>
  )
}

'use client'

import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import type { TrendModel } from '../../../_lib/trend/model.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { useRestartWords } from '../../../_lib/words/use-restart-words.ts'
import type { AssetDetail, PointView } from '../prepare/points.ts'
import { LONGEST_MS, rangeWindow, refineWindow, type Range, type Window } from '../prepare/range.ts'
import { firstReading, trendOf } from '../prepare/trend.ts'

const BUCKETS = 700
const MOST_BUCKETS = 2000
const WHOLE_STALE_MS = 600_000

const asked = (window: Window): { from: string; to: string } => ({ from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() })
const wholeWindow = (now: number): Window => ({ from: Math.floor((now - LONGEST_MS) / LONGEST_MS) * LONGEST_MS, to: Math.ceil(now / HOUR_MS) * HOUR_MS })

/** AssetTrend is the picture and whether it is still on its way. */
export interface AssetTrend {
  readonly model: TrendModel | null
  readonly isLoading: boolean
  readonly error: { readonly message: string } | null
  readonly retry: () => void
}

/** useAssetTrend reads the points' course in a range, with the limits that rules set for them on this machine; it follows the present. */
export function useAssetTrend({ points: all, levels, restarts }: Pick<AssetDetail, 'points' | 'levels' | 'restarts'>, points: readonly PointView[], range: Range): AssetTrend {
  const trpc = useTRPC()
  const t = useTranslations()
  const locale = useLocale()
  const now = useNow()
  const restart = useRestartWords()
  const marks = useMemo(() => restarts.map((one) => ({ at: Date.parse(one.at), label: restart(one) })), [restarts, restart])
  const rules = useMemo(() => levels.filter((level) => points.some((point) => level.points.includes(point.code))), [levels, points])
  const pointIds = points.map((point) => point.id)
  const gates = all.filter((point) => rules.some((rule) => rule.gate?.point === point.code))
  const ids = [...new Set([...pointIds, ...gates.map((gate) => gate.id)])]

  const whole = useQuery(trpc.telemetry.series.queryOptions(
    range === 'all' && pointIds.length > 0 ? { pointIds, ...asked(wholeWindow(now)), buckets: MOST_BUCKETS } : skipToken, { staleTime: WHOLE_STALE_MS },
  ))
  const window = rangeWindow(range, now, whole.data === undefined ? null : firstReading(whole.data.series.map((one) => one.points)))
  const ready = pointIds.length > 0 && (range !== 'all' || whole.data !== undefined)
  const coarse = useQuery(trpc.telemetry.series.queryOptions(ready ? { pointIds: ids, ...asked(window), buckets: BUCKETS } : skipToken, { placeholderData: keepPreviousData }))
  // Readings that begin late fill a corner of the range only: the picture begins with them, so it is asked for again as fine as it is shown.
  const fineWindow = coarse.data === undefined || coarse.isPlaceholderData ? null : refineWindow(window, firstReading(coarse.data.series.map((one) => one.points)))
  const fineInput = fineWindow === null ? skipToken : { pointIds: ids, ...asked(fineWindow), buckets: BUCKETS }
  const fine = useQuery(trpc.telemetry.series.queryOptions(fineInput, { placeholderData: keepPreviousData }))
  const data = (fineWindow === null ? undefined : fine.data) ?? coarse.data

  const model = useMemo(() => data === undefined ? null : trendOf({
    window, now, points, rules, marks, series: new Map(data.series.map((one) => [one.pointId, one.points])),
    gateOf: (code) => all.find((point) => point.code === code) ?? null,
    words: {
      limit: (priority, many) => many ? t(`common.priority.${priority}`).toLowerCase() : t('chart.limit'),
      gateValue: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value),
    },
    // The window follows the clock in steps; within a step the picture stays.
  }), [data, window.from, window.to, points, rules, marks, all, t, locale])

  return { model, isLoading: coarse.isPending && ready, error: coarse.error, retry: () => { void coarse.refetch() } }
}

'use client'

import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import type { SeriesPoint, TrendModel } from '../../../_lib/trend/model.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { PointView } from '../prepare/points.ts'
import { LONGEST_MS, rangeWindow, type Range } from '../prepare/range.ts'
import { trendOf } from '../prepare/trend.ts'

const BUCKETS = 700
const MOST_BUCKETS = 2000

/** AssetTrend is the picture and whether it is still on its way. */
export interface AssetTrend {
  readonly model: TrendModel | null
  readonly isLoading: boolean
  readonly error: { readonly message: string } | null
  readonly retry: () => void
}

/** useAssetTrend reads the points' course in a range, with the limits of the rule that watches them; it follows the present. */
export function useAssetTrend(all: readonly PointView[], points: readonly PointView[], range: Range): AssetTrend {
  const trpc = useTRPC()
  const t = useTranslations('chart')
  const locale = useLocale()
  const may = useMay()
  const now = useNow()
  const pointIds = points.map((point) => point.id)

  const wholeWindow = { from: new Date(Math.floor((now - LONGEST_MS) / LONGEST_MS) * LONGEST_MS).toISOString(), to: new Date(Math.ceil(now / 3_600_000) * 3_600_000).toISOString() }
  const whole = useQuery(trpc.telemetry.series.queryOptions(range === 'all' && pointIds.length > 0 ? { pointIds, ...wholeWindow, buckets: MOST_BUCKETS } : skipToken, { staleTime: 600_000 }))
  const oldest = whole.data === undefined ? null : Math.min(...whole.data.series.map((one) => one.points[0]?.[0] ?? Infinity))

  const ruleId = points.flatMap((point) => point.rules)[0]?.id
  const rule = useQuery(trpc.rules.get.queryOptions(ruleId !== undefined && may('rule.read') ? { id: ruleId } : skipToken, { staleTime: 60_000 })).data?.definition ?? null
  const gateCode = rule?.gate?.point
  const gate = all.find((point) => point.code === gateCode) ?? null

  const window = rangeWindow(range, now, oldest !== null && Number.isFinite(oldest) ? oldest : null)
  const asked = gate === null || pointIds.includes(gate.id) ? pointIds : [...pointIds, gate.id]
  const ready = pointIds.length > 0 && (range !== 'all' || whole.data !== undefined)
  const query = useQuery(trpc.telemetry.series.queryOptions(
    ready ? { pointIds: asked, from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString(), buckets: BUCKETS } : skipToken,
    { placeholderData: keepPreviousData },
  ))

  const model = useMemo(() => {
    if (query.data === undefined) return null
    const series = new Map(query.data.series.map((one) => [one.pointId, one.points as readonly SeriesPoint[]]))
    return trendOf({
      window, now, points, series, rule, gate, limitWord: t('limit'),
      writeGate: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value),
    })
    // The window follows the clock in steps; within a step the picture stays.
  }, [query.data, window.from, window.to, points, rule, gate, t, locale])

  return { model, isLoading: query.isPending && ready, error: query.error, retry: () => { void query.refetch() } }
}

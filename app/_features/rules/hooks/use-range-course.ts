'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { DAY_MS } from '#server/core/kernel/time.ts'
import type { SeriesPoint } from '../../../_lib/trend/model.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { seenFrom, type SeenPoint } from '../prepare/backtest-chart.ts'
import type { Report } from '../prepare/backtest.ts'

const BUCKETS = 600
/** Where readings fill less of the range than this, the part with readings is asked for once more, finer. */
const ENOUGH = 0.8

/** RangeCourse is how a point went over a range; null until that is known. */
export interface RangeCourse {
  readonly points: readonly SeriesPoint[] | null
  readonly error: { readonly message: string } | null
  readonly retry: () => void
}

/** useRangeCourse reads how a point went over the range of a report, as fine as the part of it with readings allows. */
export function useRangeCourse(report: Report, point: SeenPoint | null): RangeCourse {
  const trpc = useTRPC()
  const { from, to } = report.range
  const ask = (begin: number) => (point === null ? skipToken : { pointIds: [point.id], from: new Date(begin).toISOString(), to: new Date(to).toISOString(), buckets: BUCKETS })
  const whole = useQuery(trpc.telemetry.series.queryOptions(ask(from)))
  const coarse = whole.data?.series[0]?.points ?? null
  // Roll-ups come a little later than readings: where the coarse ones say nothing, the newest day may.
  const begin = coarse === null ? from : coarse.length === 0 ? Math.max(from, to - DAY_MS) : seenFrom(report, coarse)
  const isShort = to - begin < ENOUGH * (to - from)
  const part = useQuery(trpc.telemetry.series.queryOptions(isShort ? ask(begin) : skipToken))
  return {
    points: isShort ? (part.data?.series[0]?.points ?? null) : coarse,
    error: whole.error ?? part.error,
    retry: () => { void whole.refetch(); void part.refetch() },
  }
}

import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { withTenant } from '../../platform/db.ts'
import { findPoints } from './points.repo.ts'
import { readSeries, type SeriesRow } from './series.repo.ts'
import type { Resolution } from '#server/core/telemetry/resolution.ts'

/** HistoryQuery asks for points' history between two times (epoch ms), decimated to buckets. */
export interface HistoryQuery {
  readonly pointIds: readonly string[]
  readonly fromMs: number
  readonly toMs: number
  readonly buckets: number
}

/** PointHistory is one point's decimated history in its canonical unit. */
export interface PointHistory {
  readonly pointId: string
  readonly unit: string
  readonly source: Resolution
  readonly points: readonly SeriesRow[]
}

/** readHistory reads points' history for whoever may see their site; throws 'not-found' when any point is not theirs to see. */
export async function readHistory(actor: Actor, query: HistoryQuery): Promise<PointHistory[]> {
  if (query.toMs <= query.fromMs) throw new AppError('invalid', 'The end of the range must lie after its beginning.')
  return withTenant(actor.orgId, async (tx) => {
    const points = await findPoints(tx, query.pointIds)
    const scope = siteScope(actor, 'telemetry.read')
    for (const id of query.pointIds) {
      const point = points.find((candidate) => candidate.id === id)
      if (!point || (scope !== 'all' && !scope.includes(point.siteId))) throw notFound('This point')
    }
    for (const point of points) requirePermission(actor, 'telemetry.read', point.siteId)
    const series = await readSeries(tx.exec, { pointNos: points.map((point) => point.no), fromMs: query.fromMs, toMs: query.toMs, buckets: query.buckets })
    return points.map((point, i) => ({ pointId: point.id, unit: point.unit, source: series[i]?.source ?? 'raw', points: series[i]?.points ?? [] }))
  })
}

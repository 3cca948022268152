import { judgesPoint } from '#server/core/condition/measure-unit.ts'
import { toPriority } from '../../../_lib/priority.ts'
import { usualSpacing } from '../../../_lib/trend/align.ts'
import type { SeriesPoint, TrendModel } from '../../../_lib/trend/model.ts'
import { ruleLimits } from '../../../_lib/trend/rule-limits.ts'
import type { Fired, Report } from './backtest.ts'
import type { Definition } from './rule.ts'
import type { FiredView } from './shadow.ts'

const MIN_GAP_MS = 5_000
const GAP_FACTOR = 4

/** SeenPoint is a point whose course over the range can be looked at. */
export interface SeenPoint {
  readonly id: string
  readonly no: number
  readonly name: string
  readonly unit: string
  readonly assetId: string
  readonly assetTag: string
}

/** seenPoints lists the points that a definition watches on the machines of a report, those that fired most first. */
export function seenPoints(report: Report, codes: readonly string[]): readonly SeenPoint[] {
  const times = new Map<string, number>()
  for (const { assetId } of [...report.tried.firings, ...(report.compared?.firings ?? [])]) times.set(assetId, (times.get(assetId) ?? 0) + 1)
  return report.machines
    .flatMap(({ id: assetId, tag: assetTag, points }) =>
      points.filter(({ code }) => codes.includes(code)).map(({ id, no, name, unit }) => ({ id, no, name, unit, assetId, assetTag })))
    .toSorted((a, b) => (times.get(b.assetId) ?? 0) - (times.get(a.assetId) ?? 0))
}

/** seenFrom is where the picture of a range begins: an empty stretch before the first reading says nothing, except where something is known to have happened in it. */
export const seenFrom = ({ range, troubles }: Report, points: readonly SeriesPoint[]): number =>
  Math.max(range.from, Math.min(points[0]?.[0] ?? range.from, ...troubles.map((trouble) => trouble.from)))

/** rangePicture draws a point's course over the whole range, with the limits of the definition that is tried where they do not change with the machine's state. */
export function rangePicture(report: Report, point: SeenPoint, points: readonly SeriesPoint[], definition: Definition | null, limit: string): TrendModel {
  const plain = definition !== null && definition.gate === null && judgesPoint(definition)
  return {
    from: seenFrom(report, points), to: report.range.to, now: null,
    series: [{ id: point.id, label: point.name, short: point.name, unit: point.unit, points, gapMs: Math.max(MIN_GAP_MS, GAP_FACTOR * usualSpacing(points)) }],
    limits: plain ? ruleLimits(definition, []).map((one) => ({ ...one, seriesId: point.id, label: limit, priority: toPriority(definition.priority) })) : [],
    marks: [], strip: null,
  }
}

/** courseSubject is a firing as what its course is drawn of. */
export function courseSubject(report: Report, id: string, fired: Fired): FiredView {
  const machine = report.machines.find((one) => one.id === fired.assetId)
  const point = machine?.points.find((one) => one.no === fired.pointNo)
  return {
    id, pointId: point?.id ?? null, pointName: point?.name ?? '', assetTag: machine?.tag ?? '', pointUnit: point?.unit ?? '', from: fired.from, to: fired.to, limit: fired.limit,
  }
}

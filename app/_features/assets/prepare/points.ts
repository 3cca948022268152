import type { Outputs } from '../../../_lib/trpc/types.ts'

/** AssetDetail is one machine with everything its page shows. */
export type AssetDetail = Outputs['assets']['get']

/** PointView is one measured quantity with its newest value and limit. */
export type PointView = AssetDetail['points'][number]

/** MachineLevel is the limits of a rule for points of this machine. */
export type MachineLevel = AssetDetail['levels'][number]

/** PointGroup is the points that share a picture: the same quantity in the same unit. */
export interface PointGroup {
  readonly id: string
  readonly quantity: string
  readonly unit: string
  readonly points: readonly PointView[]
}

const MOST = 4

const watchedFirst = (a: PointView, b: PointView): number => Number(b.rules.length > 0) - Number(a.rules.length > 0)

/** groupPoints puts points of one quantity and unit together, watched ones first, at most four in a picture; groups with a rule come first. */
export function groupPoints(points: readonly PointView[]): readonly PointGroup[] {
  const groups = new Map<string, PointView[]>()
  for (const point of points) {
    const key = `${point.quantity} ${point.unit}`
    groups.set(key, [...(groups.get(key) ?? []), point])
  }
  return [...groups.values()]
    .map((members): PointGroup => {
      const sorted = members.toSorted(watchedFirst)
      const [first] = sorted
      return { id: first?.code ?? '', quantity: first?.quantity ?? '', unit: first?.unit ?? '', points: sorted.slice(0, MOST) }
    })
    .toSorted((a, b) => Number(b.points.some((point) => point.rules.length > 0)) - Number(a.points.some((point) => point.rules.length > 0)))
}

/** shownPoints are the points in the picture: the one chosen by its code, else the first group. */
export function shownPoints(points: readonly PointView[], code: string | null): readonly PointView[] {
  const chosen = points.find((point) => point.code === code)
  if (chosen) return [chosen]
  return groupPoints(points)[0]?.points ?? []
}

/** newestAge is the age (ms) of the newest reading of all points, null when there is none. */
export function newestAge(points: readonly PointView[]): number | null {
  const ages = points.flatMap((point) => (point.latest === null ? [] : [point.latest.ageMs]))
  return ages.length === 0 ? null : Math.min(...ages)
}

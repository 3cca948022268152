import type { SeriesPoint, TrendSeries } from './model.ts'

/** AlignedData is one column of moments and one of values for each series: null is a gap, undefined only means "not at this moment". */
export type AlignedData = readonly [readonly number[], ...(readonly (number | null | undefined)[])[]]

/** splitRuns cuts a series where the pause between two points is longer than gapMs. */
export function splitRuns(points: readonly SeriesPoint[], gapMs: number): readonly (readonly SeriesPoint[])[] {
  const runs: SeriesPoint[][] = []
  let current: SeriesPoint[] = []
  let before: number | undefined
  for (const point of points) {
    if (before !== undefined && point[0] - before > gapMs) {
      runs.push(current)
      current = []
    }
    current.push(point)
    before = point[0]
  }
  if (current.length > 0) runs.push(current)
  return runs
}

/** alignSeries puts the last value of every bucket of all series on one common time column, with a null after each run so that gaps stay gaps. */
export function alignSeries(series: readonly TrendSeries[]): AlignedData {
  const columns = series.map(({ points, gapMs }) => {
    const values = new Map<number, number | null>()
    const runs = splitRuns(points, gapMs)
    runs.forEach((run, index) => {
      for (const [ts, , , last] of run) values.set(ts, last)
      const end = run.at(-1)
      if (end && index < runs.length - 1) values.set(end[0] + 1, null)
    })
    return values
  })
  const moments = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort((a, b) => a - b)
  return [moments, ...columns.map((column) => moments.map((ts) => column.get(ts)))]
}

/** usualSpacing is the median distance (ms) between neighbouring points; 0 for fewer than two. */
export function usualSpacing(points: readonly SeriesPoint[]): number {
  const gaps = points.slice(1).map((point, index) => point[0] - (points[index]?.[0] ?? point[0])).sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? 0
}

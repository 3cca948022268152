import type { LimitStep, SeriesPoint, TrendLimit } from './model.ts'

/** BreachPoint is a corner of a shaded area: the data above and the limit below it, or the other way round. */
export interface BreachPoint {
  readonly ts: number
  readonly value: number
  readonly limit: number
}

/** limitAt is the limit in force at a moment (epoch ms), null where none applies. */
export function limitAt(steps: readonly LimitStep[], ts: number): number | null {
  let value: number | null = null
  for (const step of steps) {
    if (step.from > ts) break
    value = step.value
  }
  return value
}

const valueAt = (ts: number, before: SeriesPoint, after: SeriesPoint): number =>
  before[3] + ((after[3] - before[3]) * (ts - before[0])) / (after[0] - before[0])

const breaks = (limit: Pick<TrendLimit, 'direction'>, value: number, level: number | null): level is number =>
  level !== null && (limit.direction === 'above' ? value > level : value < level)

/**
 * breachRuns finds where one run of a series lies beyond its limit: areas with the data on one side and the limit on the other.
 * Where the limit steps inside an area both levels get a corner, so that the step stays a step. Where one of the worse limits
 * is broken too, the area is left to it.
 */
export function breachRuns(run: readonly SeriesPoint[], limit: TrendLimit, worse: readonly TrendLimit[] = []): readonly (readonly BreachPoint[])[] {
  const beyond = (value: number, level: number | null): level is number => breaks(limit, value, level)
  const areas: BreachPoint[][] = []
  let area: BreachPoint[] = []
  const end = (): void => {
    if (area.length > 1) areas.push(area)
    area = []
  }
  run.forEach((point, index) => {
    const before = run[index - 1]
    if (before) {
      for (const step of limit.steps) {
        if (step.from <= before[0] || step.from >= point[0]) continue
        const value = valueAt(step.from, before, point)
        const left = limitAt(limit.steps, step.from - 1)
        if (beyond(value, left)) area.push({ ts: step.from, value, limit: left })
        if (beyond(value, step.value)) area.push({ ts: step.from, value, limit: step.value })
        else end()
      }
    }
    const level = limitAt(limit.steps, point[0])
    const left = worse.some((other) => breaks(other, point[3], limitAt(other.steps, point[0])))
    if (!left && beyond(point[3], level)) area.push({ ts: point[0], value: point[3], limit: level })
    else end()
  })
  end()
  return areas
}

import { limitAt } from './limits.ts'
import type { TrendModel } from './model.ts'

/** valuesOf lists everything the value axis must show: data with their extremes, and the limits in force. */
export function valuesOf(model: TrendModel): readonly number[] {
  const data = model.series.flatMap((series) => series.points.flatMap(([ts, min, max]) => (ts >= model.from && ts <= model.to ? [min, max] : [])))
  const limits = model.limits.flatMap((limit) => [
    limitAt(limit.steps, model.from),
    ...limit.steps.flatMap((step) => (step.from > model.from && step.from < model.to ? [step.value] : [])),
  ])
  return [...data, ...limits.filter((value) => value !== null)]
}

/** canBeLog tells whether a logarithmic axis makes sense: there are values, and all of them are positive. */
export function canBeLog(model: TrendModel): boolean {
  const values = valuesOf(model)
  return values.length > 0 && values.every((value) => value > 0)
}

const MUCH = 12

/** startsLog tells whether a picture begins logarithmic: where the limit steps and the values span more than a factor of twelve, a linear axis would hide the healthy level. */
export function startsLog(model: TrendModel): boolean {
  if (!canBeLog(model)) return false
  const data = model.series.flatMap((series) => series.points.flatMap(([, min, max]) => [min, max]))
  const stepped = model.limits.some((limit) => new Set(limit.steps.map((step) => step.value)).size > 1)
  return stepped && Math.max(...data) / Math.min(...data) > MUCH
}

import { bandAt } from '#server/core/condition/judge.ts'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import type { LimitStep, SeriesPoint, StripCell } from './model.ts'

/** LimitBand is a stretch of the gate's value with a limit of its own, both ends inclusive. */
export interface LimitBand {
  readonly from: number
  readonly to: number
  readonly limit: number
}

/** SideLimit is a limit as steps in time and the side on which it is broken. */
export interface SideLimit {
  readonly direction: 'above' | 'below'
  readonly steps: readonly LimitStep[]
}

/** bandSteps turns a gate's course into the limit in force: at every change of band one step; null where no band holds the value. */
export function bandSteps(bands: readonly LimitBand[], gate: readonly SeriesPoint[]): readonly LimitStep[] {
  const judged = bands.map((band) => ({ ...band, clear: null }))
  const steps: LimitStep[] = []
  for (const [ts, , , last] of gate) {
    const value = bandAt(judged, last)?.limit ?? null
    if (steps.length === 0 || steps.at(-1)?.value !== value) steps.push({ from: ts, value })
  }
  return steps
}

/** ruleLimits draws a rule's limits: one for a side, two for "outside", stepped by the gate's course when there are bands. */
export function ruleLimits(rule: Pick<RuleDefinition, 'direction' | 'limit' | 'low' | 'high' | 'gate'>, gate: readonly SeriesPoint[]): readonly SideLimit[] {
  const always = (value: number | null, direction: 'above' | 'below'): SideLimit[] =>
    value === null ? [] : [{ direction, steps: [{ from: -Infinity, value }] }]
  if (rule.direction === 'outside') return [...always(rule.low, 'below'), ...always(rule.high, 'above')]
  if (rule.gate === null) return always(rule.limit, rule.direction)
  return [{ direction: rule.direction, steps: bandSteps(rule.gate.bands, gate) }]
}

/** stripCells joins equal neighbouring values of a series into cells, the last one until the end (epoch ms); write formats a value. */
export function stripCells(points: readonly SeriesPoint[], end: number, write: (value: number) => string): readonly StripCell[] {
  const starts = points.filter((point, index) => index === 0 || points[index - 1]?.[3] !== point[3])
  const largest = Math.max(...starts.map(([, , , last]) => Math.abs(last)), Number.MIN_VALUE)
  return starts.map(([from, , , last], index) => ({ from, to: starts[index + 1]?.[0] ?? end, text: write(last), level: Math.abs(last) / largest }))
}

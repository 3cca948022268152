import { bandAt } from '#server/core/condition/judge.ts'
import type { SeriesPoint } from '../../../_lib/trend/model.ts'
import type { Band } from './rule.ts'

/** Distribution is how a signal's values lie: bins from low to high with their share of the fullest bin (0 to 1), and the middle value. */
export interface Distribution {
  readonly low: number
  readonly high: number
  readonly bins: readonly number[]
  readonly median: number
}

const BINS = 30

/** valuesIn are a series' values, one per bucket, so that each stands for the same stretch of time; with a band, only while the gate stood in it. */
export function valuesIn(points: readonly SeriesPoint[], gate: { readonly points: readonly SeriesPoint[]; readonly band: Band } | null): readonly number[] {
  if (gate === null) return points.map(([, , , last]) => last)
  let place = 0
  return points.flatMap(([ts, , , last]) => {
    while ((gate.points[place + 1]?.[0] ?? Infinity) <= ts) place += 1
    const at = gate.points[place]
    return at !== undefined && at[0] <= ts && bandAt([gate.band], at[3]) !== null ? [last] : []
  })
}

/** distributionOf counts values into bins; null for fewer than two different values. */
export function distributionOf(values: readonly number[]): Distribution | null {
  const sorted = values.toSorted((a, b) => a - b)
  const low = sorted[0] ?? 0
  const high = sorted.at(-1) ?? 0
  if (!(high > low)) return null
  const counts = new Array<number>(BINS).fill(0)
  for (const value of sorted) {
    const bin = Math.min(BINS - 1, Math.floor((BINS * (value - low)) / (high - low)))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const most = Math.max(...counts)
  return { low, high, bins: counts.map((count) => count / most), median: sorted[Math.floor(sorted.length / 2)] ?? low }
}

/** shareBeyond is the share (0 to 1) of values beyond a limit; null without values or limit. */
export function shareBeyond(values: readonly number[], direction: 'above' | 'below', limit: number): number | null {
  if (values.length === 0 || !Number.isFinite(limit)) return null
  return values.filter((value) => (direction === 'above' ? value > limit : value < limit)).length / values.length
}

/** stepFor is how far one press moves a limit: about a fiftieth of its size, as 1, 2 or 5 times a power of ten. */
export function stepFor(value: number): number {
  const size = Math.abs(value)
  if (!(size > 0)) return 0.1
  const raw = size / 50
  const power = 10 ** Math.floor(Math.log10(raw))
  return Number(((raw / power >= 5 ? 5 : raw / power >= 2 ? 2 : 1) * power).toPrecision(1))
}

/** stepped moves a limit by steps to a multiple of the step, without the noise of binary fractions. */
export const stepped = (value: number, steps: number): number => {
  const step = stepFor(value)
  return Number((Math.round(value / step + steps) * step).toPrecision(6))
}

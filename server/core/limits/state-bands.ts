import { sortedQuantile } from './statistics.ts'

/** StateBand is a stretch of the gate's values, both ends in it. */
export interface StateBand { readonly from: number; readonly to: number }

/**
 * bandsByQuantiles cuts a gate's values (ascending) into bands that hold about equally many of them. Where a machine stands at few settings, edges
 * fall together and there are fewer bands; null when there is one setting only.
 */
export function bandsByQuantiles(sorted: Float64Array, count: number): StateBand[] | null {
  const edges = Array.from({ length: count + 1 }, (_, index) => round(sortedQuantile(sorted, index / count)))
  const distinct = [...new Set(edges)]
  if (distinct.length < 2) return null
  // The outer edges hold all that was seen, however they were rounded.
  distinct[0] = Math.min(distinct[0] as number, sorted[0] as number)
  distinct[distinct.length - 1] = Math.max(distinct.at(-1) as number, sorted.at(-1) as number)
  return distinct.slice(1).map((to, index) => ({ from: distinct[index] as number, to }))
}

/** round keeps four digits of a value: an edge is something that people read. */
const round = (value: number): number => Number(value.toPrecision(4))

/** SHARES are the percentiles that limits are learnt from: the middle, and both tails. */
export const SHARES = { p001: 0.001, p01: 0.01, p05: 0.05, median: 0.5, p95: 0.95, p99: 0.99, p999: 0.999 } as const
export type ShareName = keyof typeof SHARES

/** Statistics is how a machine's values lie: percentiles, and the median absolute deviation (mad), which outliers hardly move. */
export interface Statistics extends Readonly<Record<ShareName, number>> {
  readonly n: number
  readonly lowest: number
  readonly highest: number
  readonly mad: number
}

/** sortedQuantile is the value below which a share (0 to 1) of ascending values lies, linear between neighbours (Hyndman and Fan's method 7); NaN for none. */
export function sortedQuantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? NaN
  const above = sorted[Math.ceil(place)] ?? below
  return below + (place - Math.floor(place)) * (above - below)
}

/** statisticsOf describes ascending values; null for none. */
export function statisticsOf(sorted: Float64Array): Statistics | null {
  if (sorted.length === 0) return null
  const median = sortedQuantile(sorted, 0.5)
  const mad = sortedQuantile(sorted.map((value) => Math.abs(value - median)).sort(), 0.5)
  const at = (name: ShareName): number => sortedQuantile(sorted, SHARES[name])
  return {
    n: sorted.length, lowest: sorted[0] as number, highest: sorted[sorted.length - 1] as number, mad,
    p001: at('p001'), p01: at('p01'), p05: at('p05'), median, p95: at('p95'), p99: at('p99'), p999: at('p999'),
  }
}

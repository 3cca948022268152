/** StateBand is a stretch of the gate's values, both ends in it. */
export interface StateBand { readonly from: number; readonly to: number }

/**
 * bandsByQuantiles cuts a gate's values (ascending) into bands that hold about equally many of them. An edge lies half-way between two values that were
 * seen, so that a machine that stands at few settings gets a band for each, at most as many as asked for; null when it stands at one only.
 */
export function bandsByQuantiles(sorted: Float64Array, count: number): StateBand[] | null {
  const [lowest, highest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  if (!(highest > lowest)) return null
  const edges = Array.from({ length: count - 1 }, (_, index) => edgeAt(sorted, (index + 1) / count)).filter((edge) => edge > lowest && edge < highest)
  const ends = [lowest, ...new Set(edges), highest]
  return ends.slice(1).map((to, index) => ({ from: ends[index] ?? lowest, to }))
}

/** edgeAt is half-way between the value at a share and the next larger one, with four digits: an edge is something that people read. */
const edgeAt = (sorted: Float64Array, share: number): number => {
  const at = sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const next = sorted.find((value) => value > at) ?? at
  return Number(((at + next) / 2).toPrecision(4))
}

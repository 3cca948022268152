/** Bucketed is one bucket of a drawn series: the time of its last reading (epoch ms), its smallest, largest and last value. */
export type Bucketed = readonly [t: number, min: number, max: number, last: number]

/**
 * decimate thins a series to at most `buckets` points over [from, to): each keeps the smallest and largest value of its
 * stretch of time, so that no peak is lost. Readings outside, and values that are not finite, are left out; empty
 * buckets give no point. Times must not decrease.
 */
export const decimate = (t: ArrayLike<number>, value: ArrayLike<number>, from: number, to: number, buckets: number): Bucketed[] => {
  if (!(to > from) || !(buckets >= 1)) return []
  const width = (to - from) / Math.floor(buckets)
  const out: Bucketed[] = []
  let current = -1
  for (let row = 0; row < t.length; row += 1) {
    const at = t[row] ?? NaN
    const now = value[row] ?? NaN
    if (!(at >= from && at < to) || !Number.isFinite(now)) continue
    const bucket = Math.floor((at - from) / width)
    const before = out.at(-1)
    if (bucket === current && before !== undefined) out[out.length - 1] = [at, Math.min(before[1], now), Math.max(before[2], now), now]
    else out.push([at, now, now, now])
    current = bucket
  }
  return out
}

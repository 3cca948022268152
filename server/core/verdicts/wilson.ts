/** Z_95 is the two-sided 95 % quantile of the normal distribution. */
const Z_95 = 1.959963984540054

/** Interval is where a share (0 to 1) lies with 95 % confidence. */
export interface Interval { readonly low: number; readonly high: number }

/**
 * wilson is the 95 % score interval of a share of `hits` in `n`; null without any. It stays inside 0 to 1 and says something for few cases,
 * where the textbook interval does not. Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927) 209-212, without continuity correction.
 */
export function wilson(hits: number, n: number): Interval | null {
  if (n === 0) return null
  const share = hits / n
  const z2 = Z_95 * Z_95
  const centre = share + z2 / (2 * n)
  const spread = Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  const scale = 1 + z2 / n
  return { low: hits === 0 ? 0 : Math.max(0, (centre - spread) / scale), high: hits === n ? 1 : Math.min(1, (centre + spread) / scale) }
}

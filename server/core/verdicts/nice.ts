import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../kernel/time.ts'

const DIGITS = 12

/** niceBetween is the roundest number in the middle half between low and high, such as 46 for 44.7 and 47.9; low itself where there is no room. */
export function niceBetween(low: number, high: number): number {
  if (!(high > low)) return low
  const [middle, reach] = [low + (high - low) / 2, (high - low) / 4]
  const most = Math.ceil(Math.log10(high - low))
  for (let power = most; power > most - DIGITS; power -= 1) {
    for (const factor of [5, 2, 1]) {
      const step = factor * 10 ** power
      const found = Number((Math.round(middle / step) * step).toPrecision(DIGITS))
      if (Math.abs(found - middle) <= reach) return found
    }
  }
  return middle
}

const STEPS = [1, 2, 5, 10, 15, 20, 30]
const LENGTHS = [...STEPS.map((n) => n * SECOND_MS), ...STEPS.map((n) => n * MINUTE_MS), ...[1, 2, 3, 4, 6, 8, 12].map((n) => n * HOUR_MS), ...[1, 2, 3, 7].map((n) => n * DAY_MS)]

/** niceDuration is a length of time as people set one, longer than low and at most high (ms), nearest to their middle; null where there is none. */
export function niceDuration(low: number, high: number): number | null {
  const fits = LENGTHS.filter((length) => length > low && length <= high)
  const middle = (low + high) / 2
  return fits.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? null
}

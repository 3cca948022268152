const STEPS = [1, 2, 5, 10]

/** niceStep is the smallest of 1, 2 or 5 times a power of ten that divides the span into at most count parts. */
function niceStep(span: number, count: number): number {
  const raw = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(raw))
  return power * (STEPS.find((step) => step * power >= raw * (1 - 1e-9)) ?? 10)
}

const rounded = (value: number): number => Number(value.toPrecision(12))

/** linearTicks are round values from min to max, at most about count of them. */
export function linearTicks(min: number, max: number, count: number): number[] {
  if (!(max > min)) return [min]
  const step = niceStep(max - min, count)
  const ticks: number[] = []
  for (let at = Math.ceil(min / step - 1e-9); at * step <= max * (1 + 1e-12); at += 1) ticks.push(rounded(at * step))
  return ticks
}

/** logTicks are 1, 2 and 5 times the powers of ten from min to max (both positive); only the powers when that would be more than count. */
export function logTicks(min: number, max: number, count: number): number[] {
  const ticks: number[] = []
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power += 1) {
    for (const step of [1, 2, 5]) {
      const value = rounded(step * 10 ** power)
      if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) ticks.push(value)
    }
  }
  return ticks.length <= count ? ticks : ticks.filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e6) / 1e6))
}

/** linearRange pads the values' span a little and keeps zero where it is near. */
export function linearRange(values: readonly number[]): [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1]
  if (low === high) return low === 0 ? [0, 1] : [low - Math.abs(low) * 0.1, high + Math.abs(high) * 0.1]
  const pad = (high - low) * 0.08
  const floor = low >= 0 && low < (high - low) * 0.6 ? 0 : low - pad
  return [floor, high + pad]
}

/** logRange goes from the 1-2-5 value below the smallest positive value to the one above the largest; null when nothing is positive. */
export function logRange(values: readonly number[]): [number, number] | null {
  const positive = values.filter((value) => value > 0)
  if (positive.length === 0) return null
  const low = Math.min(...positive)
  const high = Math.max(...positive)
  const floor = 10 ** Math.floor(Math.log10(low))
  const ceiling = 10 ** Math.floor(Math.log10(high))
  const min = [5, 2, 1].map((step) => rounded(step * floor)).find((value) => value <= low * (1 + 1e-9)) ?? floor
  const max = [1, 2, 5, 10].map((step) => rounded(step * ceiling)).find((value) => value >= high * (1 - 1e-9)) ?? ceiling * 10
  return min === max ? [min / 2, max * 2] : [min, max]
}

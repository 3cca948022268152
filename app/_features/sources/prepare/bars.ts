/** Bar is one minute as a bar: its left edge and height in the picture (px); an empty minute is a thin line. */
export interface Bar {
  readonly x: number
  readonly height: number
  readonly empty: boolean
}

const EMPTY_HEIGHT = 1.5
// A backlog sent at once must not make the usual minutes look empty.
const MOST_OF_USUAL = 1.5

function fullAt(perMinute: readonly number[]): number {
  const counts = perMinute.filter((count) => count > 0).toSorted((a, b) => a - b)
  const usual = counts[Math.floor(counts.length / 2)] ?? 1
  return Math.min(counts.at(-1) ?? 1, MOST_OF_USUAL * usual)
}

/** barsOf makes one bar for each minute, oldest first, `step` px apart; about one and a half times the usual minute fills the height (px), and any reading at all is seen. */
export function barsOf(perMinute: readonly number[], step: number, height: number): readonly Bar[] {
  const most = fullAt(perMinute)
  return perMinute.map((count, index) => ({
    x: index * step,
    height: count === 0 ? EMPTY_HEIGHT : Math.min(height, Math.max(2 * EMPTY_HEIGHT, (height * count) / most)),
    empty: count === 0,
  }))
}

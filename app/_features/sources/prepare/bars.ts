/** Bar is one minute as a bar: its left edge and height in the picture (px); an empty minute is a thin line. */
export interface Bar {
  readonly x: number
  readonly height: number
  readonly empty: boolean
}

const EMPTY_HEIGHT = 1.5

/** barsOf makes one bar for each minute, oldest first, `step` px apart; the fullest minute fills the height (px), and any reading at all is seen. */
export function barsOf(perMinute: readonly number[], step: number, height: number): readonly Bar[] {
  const most = Math.max(1, ...perMinute)
  return perMinute.map((count, index) => ({
    x: index * step,
    height: count === 0 ? EMPTY_HEIGHT : Math.max(2 * EMPTY_HEIGHT, (height * count) / most),
    empty: count === 0,
  }))
}

import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'

/** RANGES are the stretches of time a trend can show. */
export const RANGES = ['1h', '24h', '7d', '30d', 'all'] as const

/** Range is one of RANGES. */
export type Range = (typeof RANGES)[number]

const LENGTH_MS: Readonly<Record<Exclude<Range, 'all'>, number>> = { '1h': HOUR_MS, '24h': DAY_MS, '7d': 7 * DAY_MS, '30d': 30 * DAY_MS }

// The end moves in steps, so that neighbouring moments ask the same question and share its answer.
const STEP_MS: Readonly<Record<Range, number>> = { '1h': 5 * SECOND_MS, '24h': MINUTE_MS, '7d': 5 * MINUTE_MS, '30d': 15 * MINUTE_MS, all: 15 * MINUTE_MS }

/** LONGEST_MS is how far back "all" looks for a beginning: ten years. */
export const LONGEST_MS = 3653 * DAY_MS

/** Window is a stretch of time (epoch ms). */
export interface Window {
  readonly from: number
  readonly to: number
}

/** rangeWindow is the stretch that a range means now; "all" begins where the readings begin (epoch ms, null while unknown). */
export function rangeWindow(range: Range, now: number, oldest: number | null): Window {
  const step = STEP_MS[range]
  const to = Math.ceil(now / step) * step
  if (range !== 'all') return { from: to - LENGTH_MS[range], to }
  return { from: oldest === null ? to - LENGTH_MS['30d'] : Math.floor(oldest / HOUR_MS) * HOUR_MS, to }
}

/** trimWindow begins the picture where the readings begin, when they begin well inside the stretch: an empty half says nothing. */
export function trimWindow(window: Window, first: number | null): Window {
  if (first === null || first - window.from < (window.to - window.from) * 0.1) return window
  return { from: first - (window.to - first) * 0.02, to: window.to }
}

/**
 * refineWindow is a finer question for readings that begin (epoch ms) after the middle of the stretch: from there on, rounded so that
 * neighbouring moments ask the same; null where the stretch is well filled.
 */
export function refineWindow(window: Window, first: number | null): Window | null {
  const length = window.to - window.from
  if (first === null || first - window.from < length / 2) return null
  return { from: Math.floor(first / MINUTE_MS) * MINUTE_MS, to: window.to }
}

/** rangeFor is the shortest range that still shows the newest reading (age in ms), the day when there is none. */
export function rangeFor(ageMs: number | null): Range {
  if (ageMs === null || ageMs < 0.9 * DAY_MS) return '24h'
  return RANGES.find((range) => range !== 'all' && LENGTH_MS[range] > ageMs * 1.1) ?? 'all'
}

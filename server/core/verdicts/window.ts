import { addDays, localDay, startOfDay, type LocalDay } from '../kernel/local-day.ts'

/** WINDOWS are the lengths of time, in days of the site's calendar, over which verdicts are counted. */
export const WINDOWS = [30, 90, 365] as const
export type WindowDays = (typeof WINDOWS)[number]

/** DayWindow is a stretch of calendar days: `from` is in it, `to` is not. */
export interface DayWindow { readonly from: LocalDay; readonly to: LocalDay }

/** Span is a stretch of time in epoch ms: `from` is in it, `to` is not. */
export interface Span { readonly from: number; readonly to: number }

/** windowOf is the last days of a zone's calendar at a moment (epoch ms), today included. */
export function windowOf(now: number, days: WindowDays, zone: string): DayWindow {
  const to = addDays(localDay(now, zone), 1)
  return { from: addDays(to, -days), to }
}

/** spanOf is when a window begins and ends in a zone; a day of 23 or 25 hours is as long as it is. */
export const spanOf = (window: DayWindow, zone: string): Span => ({ from: startOfDay(window.from, zone), to: startOfDay(window.to, zone) })

/** overlap is the part that two spans share; null when they share nothing. */
export function overlap(a: Span, b: Span): Span | null {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
  return from < to ? { from, to } : null
}

/** unionMs is how much time spans cover together, what two of them share counted once. */
export function unionMs(spans: readonly Span[]): number {
  let [sum, reached] = [0, -Infinity]
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return sum
}

import { HOUR_MS } from '#server/core/kernel/time.ts'
import type { AssetDetail } from './points.ts'

/** Quiet is what keeps a machine's alarms quiet, as its page is told. */
export type Quiet = AssetDetail['quiet']
export type QuietWindow = Quiet['windows'][number]

/** QuietNow sorts what keeps alarms quiet at a moment (epoch ms): what holds, and what is planned for later. */
export interface QuietNow {
  readonly holding: readonly QuietWindow[]
  readonly work: Quiet['work']
  readonly later: readonly QuietWindow[]
}

/** quietAt sorts windows by whether they hold at a moment; work that has lasted twelve hours keeps nothing quiet any more. */
export const quietAt = ({ windows, work }: Quiet, now: number): QuietNow => ({
  holding: windows.filter(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to)),
  work: work.filter(({ until }) => now < Date.parse(until)),
  later: windows.filter(({ from }) => now < Date.parse(from)),
})

/** QUIET_HOURS are the lengths that a declaration offers; the longest is the longest allowed. */
export const QUIET_HOURS = [1, 2, 4, 8, 12] as const

/** endAfter is the moment (epoch ms) so many hours from now. */
export const endAfter = (hours: number, now: number): number => now + hours * HOUR_MS

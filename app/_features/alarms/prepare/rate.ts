import { HOUR_MS } from '#server/core/kernel/time.ts'
import type { Report } from './view.ts'

/** HourBar is one hour of a report: its begin (epoch ms), its new alarms, and how many of them were folded. */
export interface HourBar {
  readonly at: number
  readonly n: number
  readonly folded: number
}

/** barsOf gives every hour of a report, those without alarms too. */
export function barsOf({ from, to, perHour }: Pick<Report, 'from' | 'to' | 'perHour'>): readonly HourBar[] {
  const known = new Map(perHour.map((hour) => [Date.parse(hour.at), hour]))
  const first = Math.floor(Date.parse(from) / HOUR_MS) * HOUR_MS
  const bars: HourBar[] = []
  for (let at = first; at < Date.parse(to); at += HOUR_MS) bars.push({ at, n: known.get(at)?.n ?? 0, folded: known.get(at)?.folded ?? 0 })
  return bars
}

/** ceilingOf is the top of the picture: a round number at or above the largest bar and the target. */
export function ceilingOf(bars: readonly HourBar[], target: number): number {
  const most = Math.max(target * 1.5, ...bars.map((bar) => bar.n))
  const step = 10 ** Math.floor(Math.log10(most))
  return Math.ceil(most / step) * step
}

/** Figure is one of the report's figures against its target. */
export interface Figure {
  readonly key: 'perHour' | 'perTenMinutes' | 'peak' | 'busyShare' | 'topTenShare' | 'stale'
  readonly value: number
  readonly share: boolean
  readonly target: number
  readonly source: string
  readonly within: boolean
}

/** figuresOf sets the report's figures against the standards'. */
export function figuresOf({ summary, topTenShare, stale, targets }: Pick<Report, 'summary' | 'topTenShare' | 'stale' | 'targets'>): readonly Figure[] {
  const figure = (key: Figure['key'], value: number, { value: target, source }: { readonly value: number; readonly source: string }, share = false): Figure =>
    ({ key, value, share, target, source, within: value <= target })
  return [
    figure('perHour', summary.perHour, targets.perHour), figure('perTenMinutes', summary.perTenMinutes, targets.perTenMinutes), figure('peak', summary.peak, targets.peak), figure('busyShare', summary.busyShare, targets.busyShare, true),
    figure('topTenShare', topTenShare, targets.topTenShare, true), figure('stale', stale, targets.stale),
  ]
}

import { FLOOD } from './flood.ts'

/** AlarmTarget is a figure that alarm rates are judged by, and who says so. */
export interface AlarmTarget {
  readonly value: number
  readonly source: string
}

/**
 * ALARM_TARGETS are the performance figures of ANSI/ISA-18.2-2016 (its table of alarm performance metrics) and EEMUA 191, as the public
 * literature quotes them; the standards' texts were not at hand: verify.
 */
export const ALARM_TARGETS = {
  /** New alarms an hour and operator: likely to be acceptable. */
  perHour: { value: 6, source: 'ISA-18.2' },
  /** New alarms an hour and operator: the most that can be managed. */
  perHourMost: { value: 12, source: 'ISA-18.2' },
  /** New alarms in the busiest 10 minutes. */
  peak: { value: 10, source: 'ISA-18.2' },
  /** Share of 10-minute spans with more than 10 new alarms. */
  busyShare: { value: 0.01, source: 'ISA-18.2' },
  /** Share of all new alarms that the ten most frequent make. */
  topTenShare: { value: 0.05, source: 'ISA-18.2' },
  /** Alarms active for longer than 24 h on any day. */
  stale: { value: 5, source: 'ISA-18.2' },
  /** Alarms that chatter. */
  chattering: { value: 0, source: 'ISA-18.2' },
  /** The average over a day in 10 minutes that EEMUA 191 calls very likely to be acceptable. */
  perTenMinutes: { value: 1, source: 'EEMUA 191' },
} as const satisfies Readonly<Record<string, AlarmTarget>>

/** BadActor is an alarm that comes often. Shares are of all new alarms in the period. */
export interface BadActor<Key> {
  readonly key: Key
  readonly activations: number
  readonly share: number
  readonly cumulativeShare: number
}

/** rankBadActors ranks alarms by how often they came, the most frequent first; equal ones by name, so that a report reads the same twice. */
export function rankBadActors<Key>(rows: readonly { readonly key: Key; readonly name: string; readonly activations: number }[], most: number): BadActor<Key>[] {
  const total = rows.reduce((sum, row) => sum + row.activations, 0)
  const ranked = rows.filter((row) => row.activations > 0).sort((a, b) => b.activations - a.activations || (a.name < b.name ? -1 : 1))
  let sum = 0
  return ranked.slice(0, most).map(({ key, activations }) => {
    sum += activations
    return { key, activations, share: activations / total, cumulativeShare: sum / total }
  })
}

/** RateSummary is a period's alarm rate in figures that have a target. */
export interface RateSummary {
  readonly total: number
  readonly perHour: number
  readonly perTenMinutes: number
  /** Most new alarms of one line within one span of 10 minutes. */
  readonly peak: number
  /** Share of the period's 10-minute spans, over all lines, in which one line had more than 10 new alarms. */
  readonly busyShare: number
}

/** LineRate is one line's share of a period: its new alarms, its busiest span of 10 minutes (begin in ms), and how many spans had more than 10. */
export interface LineRate {
  readonly group: string
  readonly total: number
  readonly peak: number
  readonly peakAt: number
  readonly busy: number
}

/** ratePerLine sums up each line, the one with the busiest 10 minutes first; lines without new alarms are not among the spans. */
export function ratePerLine(spans: readonly { readonly group: string; readonly at: number; readonly n: number }[]): LineRate[] {
  return [...Map.groupBy(spans, (span) => span.group)]
    .map(([group, own]) => {
      const busiest = own.reduce((most, span) => (span.n > most.n ? span : most))
      return { group, total: own.reduce((sum, span) => sum + span.n, 0), peak: busiest.n, peakAt: busiest.at, busy: own.filter((span) => span.n > FLOOD.begins).length }
    })
    .sort((a, b) => b.peak - a.peak || b.total - a.total || (a.group < b.group ? -1 : 1))
}

const WINDOWS_AN_HOUR = 6

/** summarizeRate sums up a period of hours from the new alarms per line and span of 10 minutes (spans without any may be missing). */
export function summarizeRate(spans: readonly { readonly group: string; readonly at: number; readonly n: number }[], hours: number): RateSummary {
  const total = spans.reduce((sum, span) => sum + span.n, 0)
  const busy = new Set(spans.filter((span) => span.n > FLOOD.begins).map((span) => span.at))
  const windows = Math.max(1, hours * WINDOWS_AN_HOUR)
  const peak = Math.max(0, ...spans.map((span) => span.n))
  return { total, perHour: (total / windows) * WINDOWS_AN_HOUR, perTenMinutes: total / windows, peak, busyShare: busy.size / windows }
}

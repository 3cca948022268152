import { DAY_MS, HOUR_MS } from '#server/core/kernel/time.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Preview is where a rule would have fired on a point's last days. */
export type Preview = Outputs['rules']['preview']

/** Firing is one stretch in which it would have fired. */
export type Firing = Preview['firings'][number]

/** Summary is what a preview comes to. */
export interface Summary {
  readonly times: number
  /** Hours in which it would have fired, altogether. */
  readonly hours: number
  /** Times in a month of 30 days, at this rate; null when less than a day was looked at. */
  readonly perMonth: number | null
  /** The longest firing (ms), null when there was none. */
  readonly longestMs: number | null
  /** Whether it would fire at the newest reading. */
  readonly firesNow: boolean
}

const MONTH_DAYS = 30

/** lengthOf is how long a firing lasted (ms), until the end of the readings when it had not ended. */
export const lengthOf = (firing: Firing, toMs: number): number => (firing.to ?? toMs) - firing.from

/** summaryOf adds a preview's firings up. The months are counted over the readings that there are, not over an empty stretch before them. */
export function summaryOf({ firings, points, fromMs, toMs }: Pick<Preview, 'firings' | 'points' | 'fromMs' | 'toMs'>): Summary {
  const lengths = firings.map((firing) => lengthOf(firing, toMs))
  const days = (toMs - Math.max(fromMs, points[0]?.[0] ?? fromMs)) / DAY_MS
  return {
    times: firings.length,
    hours: lengths.reduce((sum, length) => sum + length, 0) / HOUR_MS,
    perMonth: days < 1 ? null : (firings.length * MONTH_DAYS) / days,
    longestMs: lengths.length === 0 ? null : Math.max(...lengths),
    firesNow: firings.some((firing) => firing.to === null),
  }
}

import type { TimelineItem } from '../../../_ui/charts/timeline-row.tsx'
import type { Firing } from './summary.ts'

// How many firings the list names; the rest is counted.
const MOST_LISTED = 30

/** ListedFirings is what the list shows: the newest first, each with its number in the picture, and how many are left out. */
export interface ListedFirings {
  readonly rows: readonly { readonly number: number; readonly firing: Firing }[]
  readonly left: number
}

/** listedFirings numbers the firings in the order of time and lists the newest first. */
export function listedFirings(firings: readonly Firing[]): ListedFirings {
  const rows = firings.map((firing, index) => ({ number: index + 1, firing })).toReversed()
  return { rows: rows.slice(0, MOST_LISTED), left: Math.max(0, rows.length - MOST_LISTED) }
}

/** barsOf puts firings on the time axis under the picture, each with the mark given. */
export const barsOf = (firings: readonly Firing[], mark: TimelineItem['mark']): readonly TimelineItem[] =>
  firings.map((firing) => ({ id: String(firing.from), from: firing.from, to: firing.to, mark }))

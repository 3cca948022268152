import { HOUR_MS } from '#server/core/kernel/time.ts'
import type { OrderView } from './view.ts'

/** OrderEvent is one thing that happened to an order. */
export type OrderEvent = OrderView['history'][number]

/** HistoryEntry is one line of the history: what happened, and every time it happened in a row, the newest first (ISO). */
export interface HistoryEntry {
  readonly event: OrderEvent
  readonly times: readonly string[]
}

/** What the system noticed can come again and again; what a person did, and what changed the state or the priority, always stands alone. */
const isNotice = ({ actor, fromStatus, toStatus, data }: OrderEvent): boolean => actor === null && fromStatus === toStatus && data['raisedTo'] === undefined

const same = (one: OrderEvent | undefined, other: OrderEvent | undefined): boolean =>
  one !== undefined && other !== undefined && isNotice(one) && isNotice(other) && one.type === other.type && one.data['reason'] === other.data['reason']

// "It came again" and "it went away" take turns: a pair repeats as one thing does.
const LONGEST = 2

/** repeats tells how often the block of `size` events that begins at `from` stands there in a row: 1 when it does not repeat. */
function repeats(events: readonly OrderEvent[], from: number, size: number): number {
  let count = 1
  while (Array.from({ length: size }, (_, i) => same(events[from + i], events[from + count * size + i])).every(Boolean)) count += 1
  return count
}

/** foldHistory tells an order's history, the newest first; what the system noticed again and again is one line with all its times. */
export function foldHistory(history: readonly OrderEvent[], timeOf: (event: OrderEvent) => string = (event) => event.at): readonly HistoryEntry[] {
  const events = history.toReversed()
  const entries: HistoryEntry[] = []
  for (let at = 0; at < events.length;) {
    const sizes = Array.from({ length: LONGEST }, (_, i) => ({ size: i + 1, count: repeats(events, at, i + 1) }))
    const { size, count } = sizes.find((one) => one.count > 1) ?? { size: 1, count: 1 }
    for (const [i, event] of events.slice(at, at + size).entries()) {
      entries.push({ event, times: Array.from({ length: count }, (_, n) => timeOf(events[at + n * size + i] ?? event)) })
    }
    at += size * count
  }
  return entries
}

/** episodeTime is when the episode began of which an event tells; the event's own time when it tells of none. */
export const episodeTime = (view: Pick<OrderView, 'evidence'>) => (event: OrderEvent): string =>
  view.evidence.find((one) => one.incidentId === event.data['incidentId'])?.episode.openedAt ?? event.at

/** tellsTimes says whether a line's times are worth telling beside the time it was written: it came more than once, or long before it was heard of. */
export const tellsTimes = ({ event, times: [newest = event.at, ...more] }: HistoryEntry): boolean =>
  more.length > 0 || Date.parse(event.at) - Date.parse(newest) > HOUR_MS

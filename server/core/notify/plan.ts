import { MINUTE_MS, SECOND_MS } from '../kernel/time.ts'
import { CATEGORY_OF, isUrgent, type Channel, type Kind } from './kinds.ts'
import { channelsFor, quietUntil, type Preference } from './preference.ts'

/** News is one notification as planning its messages needs it. */
export interface News {
  readonly kind: Kind
  readonly priority: number | null
  readonly safety: boolean
  readonly siteId: string | null
  /** False when the list in the shell is enough. */
  readonly loud: boolean
}

/** Reachable is one place where a person can be reached. */
export interface Reachable {
  readonly id: string
  readonly channel: Channel
  /** When the newest message of the group went there (epoch ms), null when none did. */
  readonly lastOf: (groupKey: string) => number | null
}

/** PlannedMessage is a message that a notification joins: where to, with what, and when (epoch ms). */
export interface PlannedMessage {
  readonly endpointId: string
  readonly channel: Channel
  readonly groupKey: string
  readonly dueAt: number
  readonly urgent: boolean
}

/** GROUP_WAIT_MS is how long a first message waits for others of its group. */
export const GROUP_WAIT_MS = 30 * SECOND_MS
/** GROUP_INTERVAL_MS is how long a group is silent after a message, while what comes gathers. */
export const GROUP_INTERVAL_MS = 5 * MINUTE_MS
/** DIGEST is the group of what quiet hours held back. */
export const DIGEST = 'digest'

/** groupKeyOf names what goes out together: one category of one site; what is urgent goes apart. */
export const groupKeyOf = (news: News): string => `${CATEGORY_OF[news.kind]}:${news.siteId ?? '-'}${isUrgent(news) ? ':urgent' : ''}`

/**
 * planMessages decides which messages tell a person something, and when. What is urgent goes at once, whatever was chosen; other
 * things wait for their group, and during quiet hours (of the site's zone) for the digest at their end.
 */
export function planMessages(news: News, chosen: Preference, places: readonly Reachable[], now: number, zone: string): PlannedMessage[] {
  if (!news.loud) return []
  const urgent = isUrgent(news)
  const channels = channelsFor(chosen, CATEGORY_OF[news.kind])
  const until = urgent ? null : quietUntil(chosen, now, zone)
  return places.filter((place) => news.kind === 'test' || channels.includes(place.channel)).map((place) => {
    const groupKey = until === null ? groupKeyOf(news) : DIGEST
    const last = place.lastOf(groupKey)
    const dueAt = urgent ? now : (until ?? Math.max(now + GROUP_WAIT_MS, last === null ? 0 : last + GROUP_INTERVAL_MS))
    return { endpointId: place.id, channel: place.channel, groupKey, dueAt, urgent }
  })
}

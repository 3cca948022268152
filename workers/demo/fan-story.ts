import { DAY_MS, MINUTE_MS } from '#server/core/kernel/time.ts'

/** FanStory is where the fan's story stands: times in epoch ms. faultAt is when the next unbalance begins (null: not yet decided), faultSince when the present one began. */
export interface FanStory {
  readonly faultAt: number | null
  readonly faultSince: number | null
}

/** FanOrder is an order of the fan as the player's key reads it. */
export interface FanOrder {
  readonly status: string
  readonly updatedAt: number
}

/** FIRST_FAULT_MS is how long after the ready page the first unbalance begins: a minute. */
export const FIRST_FAULT_MS = MINUTE_MS

/** HEALTHY_MS is how long a repaired fan stays healthy: a day. */
export const HEALTHY_MS = DAY_MS

const DONE: readonly string[] = ['completed', 'verified', 'closed', 'cancelled', 'rejected']

/**
 * nextStory moves the fan's story on: the first fault comes a minute after the installation is ready, each further one a
 * day after the repair, and an unbalanced fan is healthy again once people have dealt with its order.
 */
export function nextStory(story: FanStory, seen: { readonly now: number; readonly ready: boolean; readonly orders: readonly FanOrder[] }): FanStory {
  const { now, ready, orders } = seen
  if (story.faultSince !== null) {
    const since = story.faultSince
    const dealtWith = orders.some((order) => DONE.includes(order.status) && order.updatedAt > since) && orders.every((order) => DONE.includes(order.status))
    return dealtWith ? { faultAt: now + HEALTHY_MS, faultSince: null } : story
  }
  if (story.faultAt === null) return ready ? { faultAt: now + FIRST_FAULT_MS, faultSince: null } : story
  return now >= story.faultAt ? { faultAt: null, faultSince: now } : story
}

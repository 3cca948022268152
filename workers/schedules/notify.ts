import { lookAfterCalls, tellAgain, tellOfExpiredPermits, tellOfPastRepairs } from '#server/flows/tell/index.ts'
import { dueOf, forgetOldNews } from '#server/modules/notify/index.ts'
import { listOrganizations } from '#server/modules/organizations/index.ts'
import { now } from '#server/platform/clock.ts'
import { ringDeliveries } from '#server/queue/deliveries.ts'

// A message this late was lost by the queue, or its sender died.
const OVERDUE_MS = 3000
const KEEP_NEWS_DAYS = 90

/** reconcileDeliveries rings again for messages that are due and that nobody sends. */
export async function reconcileDeliveries(): Promise<void> {
  const at = now()
  for (const { id } of await listOrganizations()) await ringDeliveries(await dueOf(id, OVERDUE_MS), at, String(at.getTime()))
}

/** stepCalls calls the next people where nobody has accepted in time, and ends the calls that are not needed any more. */
export async function stepCalls(): Promise<void> {
  for (const { id } of await listOrganizations()) await ringDeliveries(await lookAfterCalls(id), now())
}

/** repeatAll tells again what nobody has done anything about. */
export async function repeatAll(): Promise<void> {
  for (const { id } of await listOrganizations()) await ringDeliveries(await tellAgain(id), now())
}

/** tellExpired tells people that the time of a permit or of a temporary repair is over. */
export async function tellExpired(): Promise<void> {
  for (const { id } of await listOrganizations()) await ringDeliveries([...await tellOfExpiredPermits(id), ...await tellOfPastRepairs(id)], now())
}

/** forgetNews drops what people were told long ago. */
export async function forgetNews(): Promise<void> {
  for (const { id } of await listOrganizations()) await forgetOldNews(id, KEEP_NEWS_DAYS)
}

import { tellOf } from '#server/flows/tell/index.ts'
import { now } from '#server/platform/clock.ts'
import { markOutboxDone } from '#server/platform/outbox.ts'
import type { JobPayload } from '#server/queue/catalog.ts'
import { ringDeliveries } from '#server/queue/deliveries.ts'

/** tellNews tells people of what happened, rings for the messages that this takes, and marks the message that asked as done. */
export async function tellNews({ orgId, outboxNo, news }: JobPayload<'news.tell'>): Promise<void> {
  await ringDeliveries(await tellOf(orgId, news), now())
  await markOutboxDone(outboxNo)
}

import { tellOfTrouble } from '#server/flows/tell/index.ts'
import { deliver } from '#server/modules/notify/index.ts'
import { now } from '#server/platform/clock.ts'
import type { JobPayload } from '#server/queue/catalog.ts'
import { ringDeliveries } from '#server/queue/deliveries.ts'

/** sendDelivery sends one message, rings for its next try and for the next of its route, and tells administrators of a place that is out of order. */
export async function sendDelivery(message: JobPayload<'delivery.send'>): Promise<void> {
  const { ring, broken } = await deliver(message)
  const told = broken === null ? [] : await tellOfTrouble(message.orgId, broken)
  await ringDeliveries([...ring, ...told], now())
}

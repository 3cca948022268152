import { log } from '../platform/log.ts'
import { enqueue } from './client.ts'

/** DeliveryBell is a message that waits to be sent: which, which try, and from when on. */
export interface DeliveryBell {
  readonly orgId: string
  readonly deliveryId: string
  readonly attempts: number
  readonly dueAt: Date
}

/** ringDeliveries asks for messages to be sent when they are due. They are committed already, so a bell that cannot ring is only logged: the reconciler rings again. */
export async function ringDeliveries(bells: readonly DeliveryBell[], now: Date, again?: string): Promise<void> {
  for (const { orgId, deliveryId, attempts, dueAt } of bells) {
    const id = `delivery.${deliveryId}.${attempts}${again === undefined ? '' : `.r${again}`}`
    await enqueue('delivery.send', id, { orgId, deliveryId }, Math.max(0, dueAt.getTime() - now.getTime()))
      .catch((error: unknown) => log.warn({ deliveryId, error: String(error) }, 'a message was not rung for; the reconciler will'))
  }
}

import { heldBy, type Safeguard } from '#server/core/work-orders/safeguards.ts'
import type { Command } from '#server/core/work-orders/commands.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import type { WorkOrderStatus } from '#server/core/work-orders/enums.ts'

/** heldFor lists the locks, permits and isolations that keep an order from being ended in a way, by the server's own rule; empty when none does. */
export function heldFor({ order, safety }: Pick<SeenOrder, 'order' | 'safety'>, command: Command): readonly Safeguard[] {
  const held = heldBy({ status: order.status as WorkOrderStatus }, command, safety?.guards ?? [])
  return held === null ? [] : (held.facts['safeguards'] as readonly Safeguard[])
}

import type { Command } from '#server/core/work-orders/commands.ts'
import { staysWithMachine } from '#server/core/work-orders/stays-with-machine.ts'
import type { OrderFacts } from '#server/core/work-orders/order.ts'
import type { OrderView, TabletAsset } from '../types.ts'

/** movedTo is the machine at which an order stands once it was moved; where the tablet did not keep which one, the server tells. */
export function movedTo(view: OrderView, command: Command, facts: OrderFacts, place: TabletAsset | undefined): Partial<Pick<OrderView, 'asset'>> {
  if (command.name !== 'moveAsset' || place === undefined || staysWithMachine(facts)) return {}
  const { id, tag, name, level, criticality, className } = place
  return { asset: { ...view.asset, id, tag, name, level, criticality, className } }
}

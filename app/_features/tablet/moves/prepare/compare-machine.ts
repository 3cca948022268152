import type { OrderFacts } from '#server/core/work-orders/order.ts'
import { staysWithMachine } from '#server/core/work-orders/stays-with-machine.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'

/** Comparison is how a scanned machine stands to an order: the right one, one to which the order can be moved, one at which work begins anew, or neither. */
export type Comparison = 'right' | 'move' | 'begin' | 'other'

/** Compared is what of an order is compared. */
export interface Compared {
  readonly assetId: string
  readonly siteId: string
  readonly facts: Pick<OrderFacts, 'incidentId' | 'source'>
  readonly mayMove: boolean
  readonly mayBegin: boolean
}

// The position itself and all that it is a part of.
function within(assets: readonly TabletAsset[], id: string): ReadonlySet<string> {
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  const found = new Set<string>()
  for (let at: string | null = id; at !== null && !found.has(at); at = byId.get(at)?.parentId ?? null) found.add(at)
  return found
}

const isComponent = (assets: readonly TabletAsset[], id: string): boolean => assets.find((asset) => asset.id === id)?.level === 'component'

/**
 * compareMachine compares a scanned machine with an order's: a part of the order's machine is right, and so is the machine of whose part the order is.
 * An order about an alarm stays with its machine: what was found elsewhere begins anew there.
 */
export function compareMachine(order: Compared, scanned: TabletAsset, assets: readonly TabletAsset[]): Comparison {
  if (within(assets, scanned.id).has(order.assetId)) return 'right'
  if (isComponent(assets, order.assetId) && assets.find(({ id }) => id === order.assetId)?.parentId === scanned.id) return 'right'
  if (scanned.siteId !== order.siteId) return 'other'
  if (staysWithMachine(order.facts)) return order.mayBegin ? 'begin' : 'other'
  return order.mayMove ? 'move' : 'other'
}

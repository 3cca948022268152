import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'

/** AreaOrders are the orders of one area of the plant; area null for machines that stand in none. */
export interface AreaOrders {
  readonly area: string | null
  readonly orders: readonly SeenOrder[]
}

/** byArea groups orders by the area of their machine, in the order in which the areas first come; inside, the given order stays. */
export function byArea(orders: readonly SeenOrder[], areaOf: (assetId: string) => string | null): AreaOrders[] {
  const groups = Map.groupBy(orders, ({ asset }) => areaOf(asset.id))
  return [...groups].map(([area, list]) => ({ area, orders: list }))
}

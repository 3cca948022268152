import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Fleet is the machines by line. */
export type Fleet = Outputs['overview']['get']['fleet']

/** Tile is one machine of the fleet. */
export type Tile = Fleet[number]['assets'][number]

const CAN_PRODUCE = new Set(['operating', 'warning', 'alarm', 'standby'])

/** canProduce tells whether a machine runs or could: not stopped, and not unknown, because silence is not health. */
export const canProduce = (tile: Pick<Tile, 'status'>): boolean => CAN_PRODUCE.has(tile.status)

/** FleetCounts is how many machines can produce, of how many. */
export interface FleetCounts {
  readonly able: number
  readonly all: number
}

/** countFleet counts over all lines. */
export function countFleet(fleet: Fleet): FleetCounts {
  const tiles = fleet.flatMap((line) => line.assets)
  return { able: tiles.filter(canProduce).length, all: tiles.length }
}

import type { Tx } from '#server/platform/db.ts'
import type { Sites } from './alarm-row.ts'
import { floodsIn } from './report.repo.ts'

/** FloodNow is a flood that is running: which line, what came first, and how much of it there is. */
export interface FloodNow {
  readonly id: string
  readonly line: string
  /** The first-out's incident. */
  readonly parentId: string
  readonly assetTag: string
  readonly assetName: string
  readonly since: string
  readonly alarms: number
  readonly machines: number
}

/** floodsNow lists the floods that are running at a time, the newest first. */
export const floodsNow = async (tx: Tx, sites: Sites, at: Date): Promise<FloodNow[]> =>
  (await floodsIn(tx, sites, { from: at, to: at })).map(({ firstAt, endsAt: _, ...flood }) => ({ ...flood, since: firstAt.toISOString() }))

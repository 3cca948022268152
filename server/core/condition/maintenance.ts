import type { EngineConfig } from './types.ts'

/** MaintenanceWindow is a declared stretch [from, to) of work or standstill on an asset. */
export type MaintenanceWindow = EngineConfig['maintenance'][number]

/** Maintenance answers whether an asset is under declared maintenance at an event time. */
export class Maintenance {
  private readonly windows: ReadonlyMap<string, readonly MaintenanceWindow[]>

  constructor(windows: readonly MaintenanceWindow[]) {
    this.windows = Map.groupBy(windows, (window) => window.assetId)
  }

  /** at gives the window that holds a time, or null. */
  at(assetId: string, t: number): MaintenanceWindow | null {
    return this.windows.get(assetId)?.find((window) => window.from <= t && t < window.to) ?? null
  }

  /** until gives when the maintenance that holds a time is over, windows that join counted as one; null outside. */
  until(assetId: string, t: number): number | null {
    let end: number | null = null
    for (let window = this.at(assetId, t); window !== null; window = this.at(assetId, end)) end = window.to
    return end
  }
}

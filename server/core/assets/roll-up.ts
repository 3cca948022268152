import { ASSET_STATUSES, type AssetStatus } from './status.ts'

/** TreeLeaf is a position as it is read: its own status (null for a place such as an area, which has none) and its own open orders. */
export interface TreeLeaf {
  readonly id: string
  readonly parentId: string | null
  readonly status: AssetStatus | null
  readonly priority: number | null
  readonly openOrders: number
}

/** RolledUp is what a position shows with everything below it; unknownShare is the share of machines there (0 to 1) that nobody can tell about. */
export interface RolledUp {
  readonly status: AssetStatus
  readonly priority: number | null
  readonly openOrders: number
  readonly unknownShare: number
}

interface Sum {
  readonly statuses: Set<AssetStatus>
  priority: number | null
  openOrders: number
  machines: number
  untold: number
}

const isUntold = (status: AssetStatus): boolean => status === 'unknown' || status === 'offline'

/**
 * rollUp gives every position the state of what lies below it. Alarms and warnings rise to the top; otherwise a place is
 * operating when anything in it is. A parent that is not among the rows counts as none, so that part of a tree rolls up too.
 */
export function rollUp(leaves: readonly TreeLeaf[]): Map<string, RolledUp> {
  const byId = new Map(leaves.map((leaf) => [leaf.id, leaf]))
  const sums = new Map<string, Sum>(leaves.map((leaf) => [leaf.id, { statuses: new Set(), priority: null, openOrders: 0, machines: 0, untold: 0 }]))
  for (const leaf of leaves) {
    const visited = new Set<string>()
    for (let at: TreeLeaf | undefined = leaf; at && !visited.has(at.id); at = at.parentId === null ? undefined : byId.get(at.parentId)) {
      visited.add(at.id)
      const sum = sums.get(at.id)
      if (sum) add(sum, leaf)
    }
  }
  return new Map(leaves.map((leaf) => [leaf.id, resultOf(sums.get(leaf.id), leaf)]))
}

function add(sum: Sum, leaf: TreeLeaf): void {
  sum.openOrders += leaf.openOrders
  if (leaf.priority !== null && (sum.priority === null || leaf.priority < sum.priority)) sum.priority = leaf.priority
  if (leaf.status === null) return
  sum.statuses.add(leaf.status)
  sum.machines += 1
  if (isUntold(leaf.status)) sum.untold += 1
}

function resultOf(sum: Sum | undefined, leaf: TreeLeaf): RolledUp {
  if (!sum || sum.machines === 0) return { status: leaf.status ?? 'unknown', priority: leaf.priority, openOrders: sum?.openOrders ?? leaf.openOrders, unknownShare: 0 }
  return { status: worst(sum.statuses), priority: sum.priority, openOrders: sum.openOrders, unknownShare: sum.untold / sum.machines }
}

function worst(statuses: ReadonlySet<AssetStatus>): AssetStatus {
  for (const urgent of ['alarm', 'warning'] as const) if (statuses.has(urgent)) return urgent
  if (statuses.has('operating')) return 'operating'
  return ASSET_STATUSES.find((status) => statuses.has(status)) ?? 'unknown'
}

import type { Position } from '#server/core/assets/position.ts'
import { assetStatus, type AssetStatus } from '#server/core/assets/status.ts'
import { rollUp } from '#server/core/assets/roll-up.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { findByText, inTenant, treeRows, type FoundAsset, type TreeRow } from './tree.repo.ts'

/** TreeNode is a position in the tree with the state of all that lies below it; unknownShare is the share of machines there that nobody can tell about. */
export interface TreeNode extends Position {
  readonly status: AssetStatus
  readonly priority: number | null
  readonly openOrders: number
  readonly unknownShare: number
}

// An area or a line is a place: it has a status of its own only when it is measured or has an incident itself.
const ownStatus = (row: TreeRow): AssetStatus | null => {
  const { worstPriority, sensorTrouble, outOfUse, inMaintenance, ages, stalenesses } = row
  const isPlace = row.className === null && ages.length === 0 && worstPriority === null && !sensorTrouble && !outOfUse && !inMaintenance
  const points = ages.map((ageMs, index) => ({ ageMs, stalenessMs: stalenesses[index] ?? 0 }))
  return isPlace ? null : assetStatus({ worstPriority, sensorTrouble, outOfUse, inMaintenance, points })
}

/** assetTree lists every position of the actor's sites (or of one of them) with its status; 'not-found' for a site outside them. */
export async function assetTree(actor: Actor, input: { readonly siteId?: string | undefined } = {}): Promise<{ nodes: TreeNode[] }> {
  if (input.siteId !== undefined && !can(actor, 'asset.read', input.siteId)) throw notFound('This site')
  const sites = input.siteId === undefined ? siteScope(actor, 'asset.read') : [input.siteId]
  const rows = await inTenant(actor.orgId, (exec) => treeRows(exec, actor.orgId, sites))
  const rolled = rollUp(rows.map((row) => ({ id: row.id, parentId: row.parentId, status: ownStatus(row), priority: row.worstPriority, openOrders: row.openOrders })))
  return {
    nodes: rows.map(({ id, parentId, siteId, tag, name, level, criticality, className }) => ({
      id, parentId, siteId, tag, name, level, criticality, className,
      ...(rolled.get(id) ?? { status: 'unknown' as const, priority: null, openOrders: 0, unknownShare: 0 }),
    })),
  }
}

/** searchAssets finds positions of the actor's sites by a part of their tag or name. */
export const searchAssets = (actor: Actor, input: { readonly q: string; readonly limit: number }): Promise<FoundAsset[]> =>
  inTenant(actor.orgId, (exec) => findByText(exec, actor.orgId, siteScope(actor, 'asset.read'), input.q, input.limit))

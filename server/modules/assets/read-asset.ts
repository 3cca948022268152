import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import type { Tx } from '#server/platform/db.ts'
import { incidentsOf, loadAsset, pathTo, rulesInForce, sourcesByIds, type LoadedAsset, type LoadedIncident, type PathStep, type SourceTrace } from './asset.repo.ts'
import { partOf, quietWindows, type QuietWindow } from './maintenance.repo.ts'

/** PointRule is a rule in force that watches a point. */
export interface PointRule {
  readonly id: string
  readonly name: string
  readonly versionId: string
  /** True when it is a rule of the machine's class. */
  readonly ofClass: boolean
  readonly definition: RuleDefinition
}

/** AssetRecord is a position with all that is stored about it; what its points read now is not part of it. */
export interface AssetRecord {
  readonly asset: LoadedAsset
  readonly path: readonly PathStep[]
  readonly incidents: readonly LoadedIncident[]
  readonly rules: readonly PointRule[]
  readonly sources: readonly SourceTrace[]
  /** The position and the machine that it is a part of. */
  readonly partOf: readonly string[]
  /** Windows that keep its alarms quiet now or will. */
  readonly windows: readonly QuietWindow[]
}

/** readAsset reads a position for whoever may see its site, in the caller's transaction; 'not-found' otherwise. */
export async function readAsset(tx: Tx, actor: Actor, id: string, now: Date): Promise<AssetRecord> {
  const asset = await loadAsset(tx, id)
  if (!asset || !can(actor, 'asset.read', asset.siteId)) throw notFound('This asset')
  const sourceIds = [...new Set(asset.points.flatMap((point) => (point.sourceId === null ? [] : [point.sourceId])))]
  const above = await partOf(tx, id)
  const rules = can(actor, 'rule.read', asset.siteId) ? await rulesInForce(tx, asset.id, asset.classId) : []
  return {
    asset,
    path: await pathTo(tx, id),
    incidents: can(actor, 'incident.read', asset.siteId) ? await incidentsOf(tx, id) : [],
    rules: rules.flatMap(({ id: ruleId, name, versionId, classId, definition }) => {
      const parsed = ruleDefinition.safeParse(definition)
      return parsed.success ? [{ id: ruleId, name, versionId, ofClass: classId !== null, definition: parsed.data }] : []
    }),
    sources: await sourcesByIds(tx, sourceIds),
    partOf: above,
    windows: await quietWindows(tx, above, now),
  }
}

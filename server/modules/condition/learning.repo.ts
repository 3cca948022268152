import type pg from 'pg'
import { limitOverrideSchema, type LimitOverride } from '#server/core/condition/override.ts'
import type { RuleAsset } from '#server/core/condition/compile.ts'
import type { SavedSignals } from '#server/core/condition/types.ts'
import { machineOf } from '#server/core/assets/machine.ts'
import type { Tx } from '../../platform/db.ts'
import type { Track } from './condition.repo.ts'

interface AssetRow { readonly id: string; readonly nameplate: unknown; readonly learnFrom: number | null }

// Limits of an edition that is not understood are left out: the rule's own hold.
const overridesOf = (rows: readonly { readonly ruleId: string; readonly limits: unknown }[]): Map<string, LimitOverride> =>
  new Map(rows.flatMap((row): [string, LimitOverride][] => {
    const parsed = limitOverrideSchema.safeParse(row.limits)
    return parsed.success ? [[row.ruleId, parsed.data]] : []
  }))

/** loadRuleAssets reads what rules need to know of the machines of a site that have points: nameplate, last repair, limits of their own; by asset. */
export async function loadRuleAssets(client: pg.ClientBase, orgId: string, siteId: string, timeZone: string): Promise<Map<string, RuleAsset>> {
  const assets = await client.query<AssetRow>(
    `SELECT a.id, a.nameplate, (SELECT (extract(epoch FROM max(b.at)) * 1000)::float8 FROM baseline_reset b WHERE b.org_id = a.org_id AND b.asset_id = a.id) AS "learnFrom"
     FROM asset a WHERE a.org_id = $1 AND a.site_id = $2 AND EXISTS (SELECT 1 FROM point p WHERE p.org_id = a.org_id AND p.asset_id = a.id)`,
    [orgId, siteId],
  )
  const own = await client.query<{ ruleId: string; assetId: string; limits: unknown }>(
    `SELECT o.rule_id AS "ruleId", o.asset_id AS "assetId", o.limits FROM rule_override o JOIN asset a ON a.org_id = o.org_id AND a.id = o.asset_id
     WHERE o.org_id = $1 AND a.site_id = $2`,
    [orgId, siteId],
  )
  const overrides = Map.groupBy(own.rows, (row) => row.assetId)
  return new Map(assets.rows.map(({ id, nameplate, learnFrom }) =>
    [id, { machine: machineOf(nameplate), timeZone, learnFrom, overrides: overridesOf(overrides.get(id) ?? []) }]))
}

/** readRuleAsset reads what rules need to know of one machine, for a person's look at it; null when the tenant has none of that id. */
export async function readRuleAsset(tx: Tx, assetId: string): Promise<RuleAsset | null> {
  const { orgId } = tx
  const asset = await tx.db.asset.findUnique({ where: { orgId_id: { orgId, id: assetId } }, select: { nameplate: true, site: { select: { timeZone: true } } } })
  if (!asset) return null
  const reset = await tx.db.baselineReset.aggregate({ where: { orgId, assetId }, _max: { at: true } })
  const own = await tx.db.ruleOverride.findMany({ where: { orgId, assetId }, select: { ruleId: true, limits: true } })
  return { machine: machineOf(asset.nameplate), timeZone: asset.site.timeZone, learnFrom: reset._max.at?.getTime() ?? null, overrides: overridesOf(own) }
}

/** loadSignals reads what a lane's rules had learnt on a track when it was last saved; null for nothing. */
export async function loadSignals(client: pg.ClientBase, laneNo: number, track: Track): Promise<SavedSignals | null> {
  const result = await client.query<{ signals: SavedSignals }>('SELECT signals FROM lane_signals WHERE lane_no = $1 AND track = $2', [laneNo, track])
  return result.rows[0]?.signals ?? null
}

/** saveSignals saves what a lane's rules have learnt on a track. */
export async function saveSignals(client: pg.ClientBase, laneNo: number, track: Track, signals: SavedSignals): Promise<void> {
  await client.query(
    `INSERT INTO lane_signals (lane_no, track, signals, saved_at) VALUES ($1, $2, $3::jsonb, now())
     ON CONFLICT (lane_no, track) DO UPDATE SET signals = excluded.signals, saved_at = excluded.saved_at`,
    [laneNo, track, JSON.stringify(signals)],
  )
}

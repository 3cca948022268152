import type { Position } from '#server/core/assets/position.ts'
import { SENSOR_KEYS } from '#server/core/condition/sensor-key.ts'
import { UNFINISHED } from '#server/core/work-orders/enums.ts'
import { execOf, systemTx, type Exec } from '#server/platform/db.ts'

/** inTenant runs work as mw_system in one transaction with the tenant's rows open: where sources stand is in a system table. */
export const inTenant = <T>(orgId: string, work: (exec: Exec) => Promise<T>): Promise<T> =>
  systemTx((client) => work(execOf(client)), orgId)

/** Sites limits a query: every site of the organization, or these. */
export type Sites = 'all' | readonly string[]
const sitesParam = (sites: Sites): readonly string[] | null => (sites === 'all' ? null : sites)

/** TreeRow is a position with what its status is told from; areas and lines have no class and no points. */
export interface TreeRow extends Position {
  readonly worstPriority: number | null
  readonly sensorTrouble: boolean
  readonly openOrders: number
  readonly outOfUse: boolean
  readonly inMaintenance: boolean
  /** Of each point: how old its newest value is (ms, null for none) and how old it may be. */
  readonly ages: readonly (number | null)[]
  readonly stalenesses: readonly number[]
}

/**
 * treeRows reads every position of the sites, by tag, each with its open incidents' worst priority, its open orders and how
 * fresh its data is; what happened while an edge was offline says nothing
 * of the present. A point is as fresh as the source that feeds it: reading each point's newest value would take too long for a tree.
 */
export const treeRows = (exec: Exec, orgId: string, sites: Sites): Promise<TreeRow[]> =>
  exec.query(
    `WITH incidents AS (
       SELECT asset_id, min(priority) FILTER (WHERE NOT key LIKE ANY ($4::text[])) AS priority, bool_or(key LIKE ANY ($4::text[])) AS sensor FROM incident WHERE org_id = $1::uuid AND state = 'open' AND NOT suppressed AND held IS NULL AND NOT happened_offline GROUP BY asset_id
     ), orders AS (
       SELECT asset_id, count(*)::int AS open FROM work_order WHERE org_id = $1::uuid AND status = ANY ($3::text[]) GROUP BY asset_id
     ), stops AS (
       SELECT DISTINCT asset_id FROM maintenance_window WHERE org_id = $1::uuid AND now() >= from_at AND now() < to_at
     ), data AS (
       SELECT p.asset_id, array_agg((extract(epoch FROM now() - st.watermark) * 1000)::float8 - s.reorder_window_ms ORDER BY p.no) AS ages,
              array_agg(p.staleness_ms ORDER BY p.no) AS stalenesses
         FROM point p LEFT JOIN source s ON s.org_id = p.org_id AND s.id = p.source_id LEFT JOIN source_state st ON st.source_id = p.source_id
        WHERE p.org_id = $1::uuid GROUP BY p.asset_id
     )
     SELECT a.id, a.parent_id AS "parentId", a.site_id AS "siteId", a.tag, a.name, a.level, a.criticality, c.name AS "className",
            i.priority AS "worstPriority", coalesce(i.sensor, false) AS "sensorTrouble", coalesce(o.open, 0) AS "openOrders", a.out_of_use AS "outOfUse", m.asset_id IS NOT NULL AS "inMaintenance",
            coalesce(d.ages, '{}') AS ages, coalesce(d.stalenesses, '{}') AS stalenesses
       FROM asset a LEFT JOIN asset_class c ON c.org_id = a.org_id AND c.id = a.class_id
       LEFT JOIN incidents i ON i.asset_id = a.id LEFT JOIN orders o ON o.asset_id = a.id
       LEFT JOIN stops m ON m.asset_id = a.id LEFT JOIN data d ON d.asset_id = a.id
      WHERE a.org_id = $1::uuid AND ($2::uuid[] IS NULL OR a.site_id = ANY ($2::uuid[])) ORDER BY a.tag, a.id`,
    [orgId, sitesParam(sites), UNFINISHED, [...SENSOR_KEYS]],
  )

/** FoundAsset is a position in a list of search results. */
export interface FoundAsset {
  readonly id: string
  readonly siteId: string
  readonly tag: string
  readonly name: string
  readonly level: string
}

/** findByText lists positions whose tag or name holds the text, tags that begin with it first. */
export const findByText = (exec: Exec, orgId: string, sites: Sites, text: string, limit: number): Promise<FoundAsset[]> =>
  exec.query(
    `SELECT id, site_id AS "siteId", tag, name, level FROM asset
      WHERE org_id = $1::uuid AND ($2::uuid[] IS NULL OR site_id = ANY ($2::uuid[])) AND (position(lower($3) IN lower(tag)) > 0 OR position(lower($3) IN lower(name)) > 0)
      ORDER BY (position(lower($3) IN lower(tag)) = 1) DESC, tag, id LIMIT $4`,
    [orgId, sitesParam(sites), text, limit],
  )

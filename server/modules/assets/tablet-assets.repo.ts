import { createHash } from 'node:crypto'
import type { Position } from '#server/core/assets/position.ts'
import type { Tx } from '#server/platform/db.ts'

/** TabletAssets are the positions of a person's sites with a stamp that changes whenever one of them does. */
export interface TabletAssets {
  readonly stamp: string
  readonly rows: readonly Position[]
}

/** tabletAssets reads the positions of the sites, by tag. */
export async function tabletAssets(tx: Tx, sites: 'all' | readonly string[]): Promise<TabletAssets> {
  const rows = await tx.exec.query<Position>(
    `SELECT a.id, a.parent_id AS "parentId", a.site_id AS "siteId", a.tag, a.name, a.level, a.criticality, c.name AS "className"
       FROM asset a LEFT JOIN asset_class c ON c.org_id = a.org_id AND c.id = a.class_id
      WHERE a.org_id = $1::uuid AND ($2::uuid[] IS NULL OR a.site_id = ANY ($2::uuid[])) ORDER BY a.tag, a.id`,
    [tx.orgId, sites === 'all' ? null : sites],
  )
  return { stamp: createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16), rows }
}

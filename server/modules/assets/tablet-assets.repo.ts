import type { Position } from '#server/core/assets/position.ts'
import type { Tx } from '#server/platform/db.ts'

/** TabletAssets are the positions of a person's sites with a stamp that changes whenever one of them does. */
export interface TabletAssets {
  readonly stamp: string
  readonly rows: readonly Position[]
}

const OF_SITES = 'a.org_id = $1::uuid AND ($2::uuid[] IS NULL OR a.site_id = ANY ($2::uuid[]))'
const WITH_CLASS = 'asset a LEFT JOIN asset_class c ON c.org_id = a.org_id AND c.id = a.class_id'

/**
 * tabletAssets reads the positions of the sites, by tag; null when the stamp is the one that the tablet has. Every tablet asks twice a minute: nothing
 * is read in full for an answer that says nothing.
 */
export async function tabletAssets(tx: Tx, sites: 'all' | readonly string[], has: string | null): Promise<TabletAssets | null> {
  const parameters = [tx.orgId, sites === 'all' ? null : sites]
  // A sum over all of them: unlike the latest change, it also shows one that was committed after a later one.
  const [known] = await tx.exec.query<{ stamp: string }>(
    `SELECT count(*) || '.' || coalesce(sum(hashtextextended(a.id || ' ' || extract(epoch FROM a.updated_at) || ' ' || coalesce(c.name, ''), 0)), 0) AS stamp FROM ${WITH_CLASS} WHERE ${OF_SITES}`,
    parameters,
  )
  const stamp = known?.stamp ?? ''
  if (stamp === has) return null
  const rows = await tx.exec.query<Position>(
    `SELECT a.id, a.parent_id AS "parentId", a.site_id AS "siteId", a.tag, a.name, a.level, a.criticality, c.name AS "className" FROM ${WITH_CLASS} WHERE ${OF_SITES} ORDER BY a.tag, a.id`,
    parameters,
  )
  return { stamp, rows }
}

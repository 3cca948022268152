import type { Tx } from '#server/platform/db.ts'

/** HandedPlace is where a shift is handed over: a site, or an area of it. */
export interface HandedPlace {
  readonly siteId: string
  readonly site: string
  readonly areaId: string | null
  readonly area: string | null
  /** The database's clock. */
  readonly now: Date
}

/** placeOf finds a site, and the area of it where one is named; null when the tenant has no such place. */
export async function placeOf(tx: Tx, siteId: string, areaId: string | null): Promise<HandedPlace | null> {
  const [row] = await tx.exec.query<HandedPlace>(
    `SELECT s.id AS "siteId", s.name AS site, a.id AS "areaId", a.name AS area, clock_timestamp() AS now FROM site s
       LEFT JOIN asset a ON a.org_id = s.org_id AND a.site_id = s.id AND a.id = $3::uuid AND a.level IN ('area', 'line')
      WHERE s.org_id = $1::uuid AND s.id = $2::uuid`, [tx.orgId, siteId, areaId],
  )
  return row && (areaId === null || row.areaId !== null) ? row : null
}

/** areasOf lists the areas of sites, by tag. */
export const areasOf = (tx: Tx, sites: 'all' | readonly string[]) =>
  tx.db.site.findMany({
    where: { orgId: tx.orgId, ...(sites === 'all' ? {} : { id: { in: [...sites] } }) }, orderBy: { name: 'asc' },
    select: { id: true, name: true, timeZone: true, assetSite: { where: { level: 'area' }, orderBy: { tag: 'asc' }, select: { id: true, tag: true, name: true } } },
  })

/** namesOf gives people's names by id. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db.person.findMany({ where: { orgId: tx.orgId, id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}

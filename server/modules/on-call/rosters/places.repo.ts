import type { Tx } from '#server/platform/db.ts'

/** Area is a part of a site that can have a roster of its own. */
export interface Area {
  readonly id: string
  readonly siteId: string
  readonly tag: string
  readonly name: string
}

/** areasOf lists areas and lines of sites, by tag. */
export const areasOf = (tx: Tx, siteIds: readonly string[]): Promise<Area[]> =>
  tx.db.asset.findMany({ where: { orgId: tx.orgId, siteId: { in: [...siteIds] }, level: { in: ['area', 'line'] } }, orderBy: { tag: 'asc' }, select: { id: true, siteId: true, tag: true, name: true } })

/** isAtSite tells whether an asset is at a site. */
export const isAtSite = async (tx: Tx, siteId: string, assetId: string): Promise<boolean> => (await tx.db.asset.count({ where: { orgId: tx.orgId, siteId, id: assetId } })) > 0

/** SiteName is a site with the zone of its clocks. */
export interface SiteName {
  readonly id: string
  readonly name: string
  readonly timeZone: string
}

/** sitesNamed lists the organization's sites, by code. */
export const sitesNamed = (tx: Tx): Promise<SiteName[]> => tx.db.site.findMany({ where: { orgId: tx.orgId }, orderBy: { code: 'asc' }, select: { id: true, name: true, timeZone: true } })

/** pathTo lists an asset and everything it is part of, nearest first. */
export async function pathTo(tx: Tx, assetId: string): Promise<string[]> {
  const rows = await tx.exec.query<{ id: string }>(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id, 0 AS depth FROM asset WHERE org_id = $1::uuid AND id = $2::uuid
       UNION ALL SELECT a.id, a.parent_id, up.depth + 1 FROM up JOIN asset a ON a.org_id = $1::uuid AND a.id = up.parent_id WHERE up.depth < 50)
     SELECT id FROM up ORDER BY depth`,
    [tx.orgId, assetId],
  )
  return rows.map(({ id }) => id)
}

/** SkillRow is a skill with the failure modes that call for it and who has it. */
export interface SkillRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly failureModes: string[]
  readonly people: string[]
}

/** skillsOf lists the organization's skills, by name. */
export async function skillsOf(tx: Tx): Promise<SkillRow[]> {
  const rows = await tx.db.skill.findMany({ where: { orgId: tx.orgId }, orderBy: { name: 'asc' }, include: { people: { select: { personId: true } } } })
  return rows.map(({ id, code, name, failureModes, people }) => ({ id, code, name, failureModes, people: people.map(({ personId }) => personId) }))
}

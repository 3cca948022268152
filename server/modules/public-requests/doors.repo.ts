import type { Tx } from '#server/platform/db.ts'

/** DoorRow is a living address of a site or of one of its machines. */
export interface DoorRow {
  readonly id: string
  readonly siteId: string
  readonly publicId: string
  readonly madeAt: Date
  readonly asset: { readonly id: string; readonly tag: string; readonly name: string } | null
}

/** SiteRow is a site with what is set for requests without an account. */
export interface SiteRow {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly open: boolean
  readonly emergencyWords: string | null
  readonly emergencyPhone: string | null
}

const SITE = `s.id, s.name, s.time_zone AS "timeZone", coalesce(r.open, false) AS open, r.emergency_words AS "emergencyWords", r.emergency_phone AS "emergencyPhone"`
const FROM = 'site s LEFT JOIN request_site r ON r.org_id = s.org_id AND r.site_id = s.id'
const ASSET = { select: { id: true, tag: true, name: true } } as const

/** requestSites lists the sites given, by name, with what is set for them. */
export const requestSites = (tx: Tx, sites: 'all' | readonly string[]): Promise<SiteRow[]> =>
  tx.exec.query<SiteRow>(`SELECT ${SITE} FROM ${FROM} WHERE s.org_id = $1::uuid AND ($2::uuid[] IS NULL OR s.id = ANY ($2::uuid[])) ORDER BY s.name, s.id`, [tx.orgId, sites === 'all' ? null : sites])

/** SiteSet is what is set for a site, by whom and when. */
export interface SiteSet extends Pick<SiteRow, 'open' | 'emergencyWords' | 'emergencyPhone'> {
  readonly changedBy: string | null
  readonly changedAt: Date
}

/** saveRequestSite stores what is set for a site. */
export async function saveRequestSite(tx: Tx, siteId: string, set: SiteSet): Promise<void> {
  await tx.db.requestSite.upsert({ where: { orgId_siteId: { orgId: tx.orgId, siteId } }, create: { orgId: tx.orgId, siteId, ...set }, update: set })
}

/** livingDoors lists the addresses in use at these sites: the site's own first, then by tag. */
export async function livingDoors(tx: Tx, siteIds: readonly string[]): Promise<DoorRow[]> {
  const rows = await tx.db.requestDoor.findMany({ where: { orgId: tx.orgId, siteId: { in: [...siteIds] }, endedAt: null }, include: { asset: ASSET } })
  return rows.toSorted((a, b) => (a.asset?.tag ?? '').localeCompare(b.asset?.tag ?? ''))
}

/** findDoor reads a living address by its id; null when there is none. */
export const findDoor = (tx: Tx, id: string): Promise<DoorRow | null> =>
  tx.db.requestDoor.findFirst({ where: { orgId: tx.orgId, id, endedAt: null }, include: { asset: ASSET } })

/** doorByPublicId reads a living address by what stands on its poster. */
export const doorByPublicId = (tx: Tx, publicId: string): Promise<DoorRow | null> =>
  tx.db.requestDoor.findFirst({ where: { orgId: tx.orgId, publicId, endedAt: null }, include: { asset: ASSET } })

/** insertDoor stores a new address, unless the site or the machine has one. */
export async function insertDoor(tx: Tx, row: { id: string; siteId: string; assetId: string | null; publicId: string; madeBy: string | null }): Promise<boolean> {
  const { count } = await tx.db.requestDoor.createMany({ data: [{ ...row, orgId: tx.orgId }], skipDuplicates: true })
  return count === 1
}

/** endDoor ends an address: its posters lead nowhere from then on. */
export async function endDoor(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  await tx.db.requestDoor.updateMany({ where: { orgId: tx.orgId, id, endedAt: null }, data: { endedBy: by, endedAt: at } })
}

/** assetAt finds a machine with its site. */
export const assetAt = (tx: Tx, id: string): Promise<{ siteId: string; tag: string } | null> =>
  tx.db.asset.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { siteId: true, tag: true } })

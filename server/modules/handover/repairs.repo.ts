import type { Tx } from '#server/platform/db.ts'

/** repairPlace finds the position that a temporary repair is at; null when the tenant has none of that id. */
export const repairPlace = (tx: Tx, assetId: string): Promise<{ id: string; siteId: string } | null> =>
  tx.db.asset.findUnique({ where: { orgId_id: { orgId: tx.orgId, id: assetId } }, select: { id: true, siteId: true } })

/** orderAt finds an order of a site by its number; null when there is none. */
export async function orderAt(tx: Tx, siteId: string, no: number): Promise<string | null> {
  const row = await tx.db.workOrder.findFirst({ where: { orgId: tx.orgId, siteId, no }, select: { id: true } })
  return row?.id ?? null
}

/** worksAt tells whether an active person holds any role at a site. */
export const worksAt = async (tx: Tx, siteId: string, personId: string): Promise<boolean> =>
  (await tx.db.person.count({ where: { orgId: tx.orgId, id: personId, active: true, grants: { some: { OR: [{ siteId: null }, { siteId }] } } } })) > 0

/** RepairRow is a temporary repair as it is stored. */
export interface RepairRow {
  readonly id: string
  readonly siteId: string
  readonly assetId: string
  readonly what: string
  readonly risk: string
  readonly riskNote: string | null
  readonly ownerId: string
  readonly madeBy: string
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly workOrderId: string | null
}

/** insertRepair registers a temporary repair; false when this operation has registered it already. */
export const insertRepair = async (tx: Tx, repair: RepairRow): Promise<boolean> =>
  (await tx.db.temporaryRepair.createMany({ data: [{ orgId: tx.orgId, ...repair }], skipDuplicates: true })).count === 1

/** lockRepair takes a temporary repair for this transaction; null when the tenant has none of that id. */
export async function lockRepair(tx: Tx, id: string) {
  await tx.exec.query('SELECT 1 FROM temporary_repair WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE', [tx.orgId, id])
  return tx.db.temporaryRepair.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } } })
}

type Change = Partial<Pick<RepairRow, 'ownerId' | 'expiresAt' | 'workOrderId'>> & { removedOpId?: string; removedBy?: string; removedAt?: Date; removedNote?: string | null }

/** updateRepair writes what changed of a temporary repair. */
export async function updateRepair(tx: Tx, id: string, change: Change): Promise<void> {
  await tx.db.temporaryRepair.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: change })
}

/** standingRepairs lists the temporary repairs of sites that stand. */
export const standingRepairs = (tx: Tx, sites: 'all' | readonly string[]) =>
  tx.db.temporaryRepair.findMany({
    where: { orgId: tx.orgId, removedAt: null, ...(sites === 'all' ? {} : { siteId: { in: [...sites] } }) }, take: 500,
    include: { asset: { select: { id: true, tag: true, name: true } }, owner: { select: { id: true, name: true } }, order: { select: { no: true, status: true } } },
  })

/** PastRepair is a temporary repair beyond its time, of which its owner was not told. */
export interface PastRepair {
  readonly id: string
  readonly ownerId: string
  readonly what: string
  readonly expiresAt: Date
  readonly siteId: string
  readonly zone: string
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
}

/** pastRepairs lists the temporary repairs that stand beyond their time and of which nobody was told. */
export const pastRepairs = (tx: Tx): Promise<PastRepair[]> =>
  tx.exec.query<PastRepair>(
    `SELECT r.id, r.owner_id AS "ownerId", r.what, r.expires_at AS "expiresAt", s.id AS "siteId", s.time_zone AS zone, a.id AS "assetId", a.tag AS "assetTag", a.name AS "assetName"
     FROM temporary_repair r JOIN site s ON s.org_id = r.org_id AND s.id = r.site_id JOIN asset a ON a.org_id = r.org_id AND a.id = r.asset_id
     WHERE r.org_id = $1::uuid AND r.removed_at IS NULL AND r.expires_at <= clock_timestamp()
       AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.org_id = r.org_id AND n.key = 'repair-expired:' || r.id || ':' || floor(extract(epoch FROM r.expires_at))::bigint || ':' || r.owner_id)
     ORDER BY r.expires_at LIMIT 100`, [tx.orgId],
  )

import type { Tx } from '#server/platform/db.ts'

const NAMED = { select: { id: true, name: true } } as const

/** permitRows lists permits with their machine, order and people: those of orders, or the open ones of sites. */
export const permitRows = (tx: Tx, of: { readonly workOrderIds: readonly string[] } | { readonly sites: 'all' | readonly string[] }) =>
  tx.db.permit.findMany({
    where: { orgId: tx.orgId, ...('workOrderIds' in of ? { workOrderId: { in: [...of.workOrderIds] } } : { closedAt: null, ...(of.sites === 'all' ? {} : { siteId: { in: [...of.sites] } }) }) },
    include: {
      issuer: NAMED, performer: NAMED, asset: { select: { id: true, tag: true, name: true } }, order: { select: { id: true, no: true, status: true } },
      site: { select: { id: true, name: true, timeZone: true } }, events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
    },
    orderBy: [{ toAt: 'asc' }, { no: 'asc' }], take: 500,
  })

/** PermitRow is what permitRows gives. */
export type PermitRow = Awaited<ReturnType<typeof permitRows>>[number]

/** LockRow is one lock that is on in the plant. */
export interface LockRow {
  readonly personId: string
  readonly name: string
  readonly lock: string
  readonly since: Date
  readonly phase: string
  readonly assetId: string
  readonly tag: string
  readonly assetName: string
  readonly orderNo: number
  readonly siteId: string
  readonly siteName: string
  readonly timeZone: string
}

/** lockRows lists the locks that are on at sites, the longest first. */
export const lockRows = (tx: Tx, sites: 'all' | readonly string[]): Promise<LockRow[]> =>
  tx.exec.query<LockRow>(
    `SELECT p.id AS "personId", p.name, l ->> 'lock' AS lock, (l ->> 'since')::timestamptz AS since, i.phase, a.id AS "assetId", a.tag, a.name AS "assetName", w.no AS "orderNo",
            s.id AS "siteId", s.name AS "siteName", s.time_zone AS "timeZone"
     FROM isolation i CROSS JOIN LATERAL jsonb_array_elements(i.locks) AS l
     JOIN person p ON p.org_id = i.org_id AND p.id = (l ->> 'personId')::uuid
     JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id JOIN work_order w ON w.org_id = i.org_id AND w.id = i.work_order_id JOIN site s ON s.org_id = i.org_id AND s.id = i.site_id
     WHERE i.org_id = $1::uuid AND i.locks <> '[]'::jsonb AND ($2::uuid[] IS NULL OR i.site_id = ANY($2::uuid[])) ORDER BY since, p.name LIMIT 500`,
    [tx.orgId, sites === 'all' ? null : sites],
  )

/** namesOf gives people's names by id. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db.person.findMany({ where: { orgId: tx.orgId, id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}

import type { Tx } from '#server/platform/db.ts'

/** LabelRow is what can be labelled: a machine or a part, by its tag or number and its name. */
export interface LabelRow {
  readonly id: string
  readonly name: string
  readonly title: string
}

/** PlaceRow is an area or a line, by which machines are chosen; depth counts from the top. */
export interface PlaceRow {
  readonly id: string
  readonly tag: string
  readonly name: string
  readonly depth: number
}

/** Choice limits what is read: machines below a place, or these ones; null for all. */
export interface Choice {
  readonly areaId: string | null
  readonly ids: readonly string[] | null
}

/** Sites limits a query: every site of the organization, or these. */
export type Sites = 'all' | readonly string[]
const sitesParam = (sites: Sites): readonly string[] | null => (sites === 'all' ? null : sites)

/** machineRows reads the machines and components of the sites by tag, so many at most, and how many there are. */
export async function machineRows(tx: Tx, sites: Sites, { areaId, ids }: Choice, limit: number): Promise<{ rows: LabelRow[]; total: number }> {
  const rows = await tx.exec.query<LabelRow & { readonly total: number }>(
    `WITH RECURSIVE below AS (
       SELECT id FROM asset WHERE org_id = $1::uuid AND id = $3::uuid
       UNION ALL SELECT a.id FROM asset a JOIN below b ON a.parent_id = b.id WHERE a.org_id = $1::uuid
     )
     SELECT a.id, a.tag AS name, a.name AS title, count(*) OVER ()::int AS total FROM asset a
      WHERE a.org_id = $1::uuid AND ($2::uuid[] IS NULL OR a.site_id = ANY ($2::uuid[])) AND a.class_id IS NOT NULL
        AND ($3::uuid IS NULL OR a.id IN (SELECT id FROM below)) AND ($4::uuid[] IS NULL OR a.id = ANY ($4::uuid[]))
      ORDER BY a.tag, a.id LIMIT $5`,
    [tx.orgId, sitesParam(sites), areaId, ids, limit],
  )
  return { rows: rows.map(({ id, name, title }) => ({ id, name, title })), total: rows[0]?.total ?? 0 }
}

/** partRows reads the parts of the stores' list by number, so many at most, and how many there are. */
export async function partRows(tx: Tx, ids: readonly string[] | null, limit: number): Promise<{ rows: LabelRow[]; total: number }> {
  const where = { orgId: tx.orgId, ...(ids === null ? {} : { id: { in: [...ids] } }) }
  const parts = await tx.db.part.findMany({ where, orderBy: { number: 'asc' }, take: limit, select: { id: true, number: true, name: true } })
  return { rows: parts.map(({ id, number, name }) => ({ id, name: number, title: name })), total: await tx.db.part.count({ where }) }
}

/** placeRows reads the areas and lines of the sites as they lie in each other. */
export const placeRows = (tx: Tx, sites: Sites): Promise<PlaceRow[]> =>
  tx.exec.query(
    `WITH RECURSIVE places AS (
       SELECT id, tag, name, 0 AS depth, ARRAY[tag] AS path FROM asset
        WHERE org_id = $1::uuid AND parent_id IS NULL AND class_id IS NULL AND ($2::uuid[] IS NULL OR site_id = ANY ($2::uuid[]))
       UNION ALL SELECT a.id, a.tag, a.name, p.depth + 1, p.path || a.tag FROM asset a JOIN places p ON a.parent_id = p.id WHERE a.org_id = $1::uuid AND a.class_id IS NULL
     ) SELECT id, tag, name, depth FROM places ORDER BY path`,
    [tx.orgId, sitesParam(sites)],
  )

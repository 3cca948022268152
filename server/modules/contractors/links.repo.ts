import type { Tx } from '#server/platform/db.ts'

/** LinkRow is a contractor's link as it is stored. */
export interface LinkRow {
  readonly id: string
  readonly workOrderId: string
  readonly siteId: string
  readonly name: string
  readonly expiresAt: Date
  readonly madeAt: Date
  readonly revokedAt: Date | null
  readonly lastUsedAt: Date | null
  readonly doneAt: Date | null
}

const FIELDS = { id: true, workOrderId: true, siteId: true, name: true, expiresAt: true, madeAt: true, revokedAt: true, lastUsedAt: true, doneAt: true } as const
const keyOf = (tx: Tx, id: string) => ({ orgId_id: { orgId: tx.orgId, id } })

/** NewLink is a link to be stored; of its secret only the hash. */
export interface NewLink extends Pick<LinkRow, 'id' | 'workOrderId' | 'siteId' | 'name' | 'expiresAt'> {
  readonly secretHash: string
  readonly madeBy: string | null
}

/** insertLink stores a new link. */
export async function insertLink(tx: Tx, row: NewLink): Promise<void> {
  await tx.db.contractorLink.create({ data: { ...row, orgId: tx.orgId } })
}

/** linksOfOrder lists the links of an order, the newest first. */
export const linksOfOrder = (tx: Tx, workOrderId: string): Promise<LinkRow[]> =>
  tx.db.contractorLink.findMany({ where: { orgId: tx.orgId, workOrderId }, orderBy: [{ madeAt: 'desc' }, { id: 'desc' }], select: FIELDS })

/** findLink reads a link by its id; null when there is none. */
export const findLink = (tx: Tx, id: string): Promise<LinkRow | null> => tx.db.contractorLink.findUnique({ where: keyOf(tx, id), select: FIELDS })

/** linkBySecret reads a link by the hash of its secret; null when there is none. */
export const linkBySecret = (tx: Tx, secretHash: string): Promise<LinkRow | null> =>
  tx.db.contractorLink.findUnique({ where: { orgId_secretHash: { orgId: tx.orgId, secretHash } }, select: FIELDS })

/** noteRevoked ends a link; false when it was ended before. */
export async function noteRevoked(tx: Tx, id: string, by: string | null, at: Date): Promise<boolean> {
  const { count } = await tx.db.contractorLink.updateMany({ where: { orgId: tx.orgId, id, revokedAt: null }, data: { revokedBy: by, revokedAt: at } })
  return count === 1
}

/** noteUsed keeps when a link was last used, and that its contractor says he is done where he does. */
export async function noteUsed(tx: Tx, id: string, at: Date, done: boolean): Promise<void> {
  await tx.db.contractorLink.update({ where: keyOf(tx, id), data: { lastUsedAt: at, ...(done ? { doneAt: at } : {}) } })
}

/** siteOfOrder is where an order's machine stands; null when there is no such order. */
export const siteOfOrder = (tx: Tx, id: string): Promise<{ siteId: string } | null> =>
  tx.db.workOrder.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { siteId: true } })

import type { Tx } from '#server/platform/db.ts'

/** PartRef names a part: one of the stores' list, or something in words. */
export interface PartRef {
  readonly partId: string | null
  readonly description: string | null
  readonly unit: string | null
}

/** PartMove is an amount of a part that was taken for an order, or put back. */
export interface PartMove extends PartRef {
  readonly id: string
  readonly workOrderId: string
  readonly kind: 'taken' | 'returned'
  readonly quantity: string
  readonly plannedPartId: string | null
  readonly personId: string | null
  readonly at: Date
  readonly late: boolean
}

/** insertMove appends what was taken or put back. */
export async function insertMove(tx: Tx, { personId, at, ...move }: PartMove): Promise<void> {
  await tx.db.partUse.create({ data: { ...move, orgId: tx.orgId, takenBy: personId, takenAt: at, opId: move.id } })
}

/** partName gives the name of a part; null when the stores' list does not hold it. */
export async function partName(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.db.part.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { name: true } })
  return row?.name ?? null
}

/** findMove finds what was taken for an order; null when nothing such was. */
export const findMove = (tx: Tx, workOrderId: string, id: string): Promise<(PartRef & { plannedPartId: string | null }) | null> =>
  tx.db.partUse.findFirst({ where: { orgId: tx.orgId, id, workOrderId }, select: { partId: true, description: true, unit: true, plannedPartId: true } })

/** PlannedPart is one part of an order's kit. */
export interface PlannedPart extends PartRef {
  readonly id: string
  readonly quantity: string
}

/** findPlanned finds a part of an order's kit, a removed one too; null when it never had it. */
export async function findPlanned(tx: Tx, workOrderId: string, id: string): Promise<PlannedPart | null> {
  const row = await tx.db.plannedPart.findFirst({ where: { orgId: tx.orgId, id, workOrderId }, select: { id: true, partId: true, description: true, unit: true, quantity: true } })
  return row && { ...row, quantity: row.quantity.toString() }
}

/** savePlanned adds a part to an order's kit, or changes it. */
export async function savePlanned(tx: Tx, workOrderId: string, planned: PlannedPart, personId: string | null): Promise<void> {
  const { id, ...fields } = planned
  await tx.db.plannedPart.upsert({
    where: { orgId_id: { orgId: tx.orgId, id } }, create: { ...fields, orgId: tx.orgId, id, workOrderId, plannedBy: personId }, update: { ...fields, removedAt: null },
  })
}

/** removePlanned takes a part out of an order's kit. */
export async function removePlanned(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db.plannedPart.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: { removedAt: at } })
}

/** kitOf lists an order's kit with what was used of each part. */
export const kitOf = (tx: Tx, workOrderId: string) =>
  tx.db.plannedPart.findMany({
    where: { orgId: tx.orgId, workOrderId, removedAt: null }, orderBy: [{ plannedAt: 'asc' }, { id: 'asc' }],
    include: { part: { select: { number: true, name: true, unit: true } }, uses: { select: { kind: true, quantity: true } } },
  })

import { handoverContent, type HandoverContent } from '#server/core/handover/handover.ts'
import type { Tx } from '#server/platform/db.ts'

/** insertSnapshot keeps what was open in a place at a moment. */
export async function insertSnapshot(
  tx: Tx, snapshot: { id: string; siteId: string; areaId: string | null; takenBy: string; takenAt: Date; content: HandoverContent },
): Promise<void> {
  await tx.db.handoverSnapshot.create({ data: { orgId: tx.orgId, ...snapshot } })
}

/** findSnapshot finds where a snapshot was taken; null when the tenant has none of that id. */
export const findSnapshot = (tx: Tx, id: string): Promise<{ id: string; siteId: string; areaId: string | null } | null> =>
  tx.db.handoverSnapshot.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { id: true, siteId: true, areaId: true } })

/** StoredHandover is a handover with what was shown when it was signed. */
export interface StoredHandover {
  readonly id: string
  readonly snapshotId: string
  readonly siteId: string
  readonly shift: string
  readonly text: string
  readonly signedBy: string
  readonly signedAt: Date
  readonly acknowledgedOpId: string | null
  readonly acknowledgedBy: string | null
  readonly acknowledgedAt: Date | null
  readonly acknowledgedNote: string | null
  readonly content: HandoverContent
}

/** lockHandover takes a handover for this transaction; null when the tenant has none of that id. */
export async function lockHandover(tx: Tx, id: string): Promise<Omit<StoredHandover, 'content'> | null> {
  await tx.exec.query('SELECT 1 FROM handover WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE', [tx.orgId, id])
  return tx.db.handover.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } } })
}

/** insertHandover stores a signed handover; false when this operation has signed one already. */
export async function insertHandover(
  tx: Tx, handover: { id: string; snapshotId: string; siteId: string; areaId: string | null; shift: string; text: string; signedBy: string; signedAt: Date },
): Promise<boolean> {
  return (await tx.db.handover.createMany({ data: [{ orgId: tx.orgId, ...handover }], skipDuplicates: true })).count === 1
}

/** saveAcknowledgement writes who took a handover over. */
export async function saveAcknowledgement(
  tx: Tx, id: string, by: { acknowledgedOpId: string; acknowledgedBy: string; acknowledgedAt: Date; acknowledgedNote: string | null },
): Promise<void> {
  await tx.db.handover.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: by })
}

/** newestHandovers lists the newest handovers of sites with what was shown. */
export async function newestHandovers(tx: Tx, sites: 'all' | readonly string[], limit: number): Promise<StoredHandover[]> {
  const rows = await tx.db.handover.findMany({
    where: { orgId: tx.orgId, ...(sites === 'all' ? {} : { siteId: { in: [...sites] } }) }, include: { snapshot: { select: { content: true } } },
    orderBy: [{ signedAt: 'desc' }, { id: 'desc' }], take: limit,
  })
  return rows.map(({ snapshot, ...row }) => ({ ...row, content: handoverContent.parse(snapshot.content) }))
}

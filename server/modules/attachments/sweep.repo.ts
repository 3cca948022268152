import type { Tx } from '#server/platform/db.ts'

/** abandoned lists uploads that were announced before a time and have not arrived. */
export const abandoned = (tx: Tx, before: Date): Promise<{ id: string }[]> =>
  tx.db.attachment.findMany({ where: { orgId: tx.orgId, state: 'receiving', createdAt: { lt: before } }, select: { id: true } })

/** forgetAbandoned removes an upload that never arrived; true unless it has arrived meanwhile. */
export async function forgetAbandoned(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.db.attachment.deleteMany({ where: { orgId: tx.orgId, id, state: 'receiving' } })
  return count === 1
}

/** unchecked lists attachments that arrived before a time and whose content nobody has decided about. */
export const unchecked = (tx: Tx, before: Date): Promise<{ id: string }[]> =>
  tx.db.attachment.findMany({ where: { orgId: tx.orgId, state: 'checking', arrivedAt: { lt: before } }, select: { id: true }, orderBy: { arrivedAt: 'asc' }, take: 100 })

/** leftovers lists attachments whose bytes as they were sent are still kept: where something else is served, and where they were refused before a time. */
export const leftovers = (tx: Tx, madeBefore: Date, refusedBefore: Date): Promise<{ id: string; originalKey: string | null; storageKey: string | null }[]> =>
  tx.db.attachment.findMany({
    where: {
      orgId: tx.orgId, originalKey: { not: null },
      OR: [{ state: 'ready', checkedAt: { lt: madeBefore } }, { state: 'refused', checkedAt: { lt: refusedBefore } }],
    },
    select: { id: true, originalKey: true, storageKey: true },
    take: 1000,
  })

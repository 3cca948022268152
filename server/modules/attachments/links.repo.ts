import type { Attachable } from '#server/core/attachments/attachment.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** StoredLink is what an attachment belongs to, or belonged to. */
export interface StoredLink {
  readonly id: string
  readonly entity: string
  readonly entityId: string
  readonly siteId: string
  readonly linkedBy: string | null
  readonly removedAt: Date | null
}

/** NewLink is what an attachment is to belong to from now on. */
export interface NewLink {
  readonly attachmentId: string
  readonly entity: Attachable
  readonly entityId: string
  readonly siteId: string
  readonly taskId: string | null
  readonly linkedBy: string | null
  readonly linkedAt: Date
}

/** linksOf reads everything an attachment belongs or belonged to. */
export const linksOf = (tx: Tx, attachmentId: string): Promise<StoredLink[]> => tx.db.attachmentLink.findMany({ where: { orgId: tx.orgId, attachmentId } })

/** insertLink hangs an attachment at a thing, unless it hangs there; true when it did not. */
export async function insertLink(tx: Tx, link: NewLink): Promise<boolean> {
  const { count } = await tx.db.attachmentLink.createMany({ data: [{ ...link, id: newId(), orgId: tx.orgId }], skipDuplicates: true })
  return count === 1
}

/** removeLink takes an attachment off a thing; the row stays, with who did it and when. */
export async function removeLink(tx: Tx, linkId: string, by: string | null, at: Date): Promise<void> {
  await tx.db.attachmentLink.updateMany({ where: { orgId: tx.orgId, id: linkId, removedAt: null }, data: { removedBy: by, removedAt: at } })
}

/** linkedTo reads what hangs at a thing now, the oldest first, at these sites. */
export const linkedTo = (tx: Tx, entity: Attachable, entityId: string, sites: 'all' | readonly string[]) =>
  tx.db.attachmentLink.findMany({
    where: { orgId: tx.orgId, entity, entityId, removedAt: null, ...(sites === 'all' ? {} : { siteId: { in: [...sites] } }) },
    include: { attachment: true },
    orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
  })

/** namesOf reads the names of people. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db.person.findMany({ where: { orgId: tx.orgId, id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}

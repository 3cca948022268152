import { attachmentKind, attachmentState, type AttachmentKind, type AttachmentState, type Refusal } from '#server/core/attachments/attachment.ts'
import type { Announced, Used } from '#server/core/attachments/limits.ts'
import type { Tx } from '#server/platform/db.ts'

/** StoredAttachment is an attachment as it is stored. */
export interface StoredAttachment {
  readonly id: string
  readonly kind: AttachmentKind
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly state: AttachmentState
  readonly reason: string | null
  readonly mediaType: string | null
  readonly originalKey: string | null
  readonly storageKey: string | null
  readonly thumbKey: string | null
  readonly servedSha256: string | null
  readonly servedSize: number | null
  readonly attempts: number
  /** null when it came from somebody without an account. */
  readonly createdBy: string | null
  readonly arrivedAt: Date | null
}

/** Made is what became of an attachment whose content may stay. */
export interface Made {
  readonly mediaType: string
  readonly width: number | null
  readonly height: number | null
  readonly storageKey: string
  readonly thumbKey: string | null
  readonly servedSha256: string
  readonly servedSize: number
}

const keyOf = (tx: Tx, id: string) => ({ orgId_id: { orgId: tx.orgId, id } })

const shaped = <Row extends { kind: string; state: string }>(row: Row): Row & { kind: AttachmentKind; state: AttachmentState } =>
  ({ ...row, kind: attachmentKind.parse(row.kind), state: attachmentState.parse(row.state) })

/** findAttachment reads an attachment; null when the tenant has none of that id. */
export async function findAttachment(tx: Tx, id: string): Promise<StoredAttachment | null> {
  const row = await tx.db.attachment.findUnique({ where: keyOf(tx, id) })
  return row && shaped(row)
}

/** insertAttachment stores what was announced, unless the id is known; true when it is new. */
export async function insertAttachment(tx: Tx, announced: Announced, personId: string): Promise<boolean> {
  const { attachmentId: id, ...rest } = announced
  const { count } = await tx.db.attachment.createMany({ data: [{ ...rest, id, orgId: tx.orgId, createdBy: personId }], skipDuplicates: true })
  return count === 1
}

/** usedSince sums what a person has announced since a time. */
export async function usedSince(tx: Tx, personId: string, since: Date): Promise<Used> {
  const { _sum, _count } = await tx.db.attachment.aggregate({ where: { orgId: tx.orgId, createdBy: personId, createdAt: { gte: since } }, _sum: { size: true }, _count: true })
  return { bytes: _sum.size ?? 0, count: _count }
}

/** lockPerson lets the announcements of one person come one after another, so that a quota holds between several tabs. */
export const lockPerson = (tx: Tx, personId: string): Promise<unknown> =>
  tx.exec.query('SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended($1, 7))) AS locked', [`attachments of ${personId}`])

/** noteArrival records that the bytes are there in full and durable; false when that was known. */
export async function noteArrival(tx: Tx, id: string, originalKey: string, at: Date): Promise<boolean> {
  const { count } = await tx.db.attachment.updateMany({ where: { orgId: tx.orgId, id, state: 'receiving' }, data: { state: 'checking', originalKey, arrivedAt: at } })
  return count === 1
}

/** claimCheck takes an attachment whose content is to be looked at, counting the try; null when there is nothing to do. */
export async function claimCheck(tx: Tx, id: string): Promise<StoredAttachment | null> {
  const { count } = await tx.db.attachment.updateMany({ where: { orgId: tx.orgId, id, state: 'checking' }, data: { attempts: { increment: 1 } } })
  return count === 1 ? findAttachment(tx, id) : null
}

/** giveBackTry takes a try back that ended for a reason outside of the attachment. */
export async function giveBackTry(tx: Tx, id: string): Promise<void> {
  await tx.db.attachment.updateMany({ where: { orgId: tx.orgId, id, state: 'checking' }, data: { attempts: { decrement: 1 } } })
}

/** noteReady records what became of an attachment; false when somebody else has done so. */
export async function noteReady(tx: Tx, id: string, made: Made, at: Date): Promise<boolean> {
  const { count } = await tx.db.attachment.updateMany({ where: { orgId: tx.orgId, id, state: 'checking' }, data: { ...made, state: 'ready', checkedAt: at } })
  return count === 1
}

/** noteRefused records why an attachment's content may not stay; false when somebody else has done so. */
export async function noteRefused(tx: Tx, id: string, reason: Refusal, at: Date): Promise<boolean> {
  const { count } = await tx.db.attachment.updateMany({ where: { orgId: tx.orgId, id, state: 'checking' }, data: { state: 'refused', reason, checkedAt: at } })
  return count === 1
}

/** dropOriginal records that the bytes as they were sent are gone. */
export async function dropOriginal(tx: Tx, id: string): Promise<void> {
  await tx.db.attachment.updateMany({ where: { orgId: tx.orgId, id }, data: { originalKey: null } })
}

/** arrivedOf tells which of these attachments are there in full. */
export async function arrivedOf(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.db.attachment.findMany({ where: { orgId: tx.orgId, id: { in: [...ids] }, arrivedAt: { not: null } }, select: { id: true } })
  return new Set(rows.map((row) => row.id))
}

/** insertArrived stores an attachment of somebody without an account whose bytes are there already. */
export async function insertArrived(tx: Tx, row: Pick<StoredAttachment, 'id' | 'kind' | 'name' | 'sha256' | 'size'> & { originalKey: string; guest: string; arrivedAt: Date }): Promise<void> {
  await tx.db.attachment.create({ data: { ...row, orgId: tx.orgId, state: 'checking' } })
}

import { attachmentState, type Attachable } from '#server/core/attachments/attachment.ts'
import { attachmentSentence } from '#server/core/attachments/attachment-sentences.ts'
import { isInline, servedType } from '#server/core/attachments/content.ts'
import { nameFor } from '#server/core/attachments/name.ts'
import { READ_PERMISSION } from '#server/core/attachments/scope.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { storage, type ByteRange } from '#server/platform/storage/index.ts'
import { findAttachment } from './attachments.repo.ts'
import { linkedTo, linksOf, namesOf } from './links.repo.ts'
import { mayRead, mayTakeOff } from './links.ts'

/** listAttachmentsIn lists what is attached to a thing, of the sites that the actor may see, the oldest first; times are ISO. */
export async function listAttachmentsIn(tx: Tx, actor: Actor, of: { readonly entity: Attachable; readonly entityId: string }) {
  const rows = await linkedTo(tx, of.entity, of.entityId, siteScope(actor, READ_PERMISSION[of.entity]))
  const names = await namesOf(tx, rows.flatMap((row) => row.linkedBy ?? []))
  return rows.map(({ attachment: file, ...link }) => ({
    id: file.id, kind: file.kind, name: file.mediaType === null ? file.name : nameFor(file.name, file.mediaType),
    size: file.servedSize ?? file.size, state: attachmentState.parse(file.state), reason: file.reason,
    mediaType: file.mediaType, isPicture: file.thumbKey !== null, isSound: file.mediaType?.startsWith('audio/') ?? false,
    width: file.width, height: file.height, durationMs: file.durationMs, taskId: link.taskId,
    takenAt: file.takenAt?.toISOString() ?? null, linkedAt: link.linkedAt.toISOString(),
    guest: file.guest,
    linkedBy: link.linkedBy === null ? null : { id: link.linkedBy, name: names.get(link.linkedBy) ?? '' },
    mayTakeOff: mayTakeOff(actor, link),
  }))
}

/** listAttachments is listAttachmentsIn in a transaction of its own. */
export const listAttachments = (actor: Actor, of: { readonly entity: Attachable; readonly entityId: string }): Promise<AttachmentRow[]> =>
  withTenant(actor.orgId, (tx) => listAttachmentsIn(tx, actor, of))

/** isAttachedTo tells whether an attachment hangs at a thing now. */
export const isAttachedTo = async (tx: Tx, id: string, to: { readonly entity: Attachable; readonly entityId: string }): Promise<boolean> =>
  (await linksOf(tx, id)).some((link) => link.entity === to.entity && link.entityId === to.entityId && link.removedAt === null)

/** AttachmentRow is one attachment of a thing. */
export type AttachmentRow = Awaited<ReturnType<typeof listAttachmentsIn>>[number]

/** Served is an attachment that may be read: what it is, and how its bytes (or a part of them) are opened. */
export interface Served {
  readonly name: string
  readonly mediaType: string
  readonly inline: boolean
  /** Changes with every byte. */
  readonly tag: string
  /** In bytes; null where only opening tells. */
  readonly size: number | null
  readonly open: (range?: ByteRange) => ReturnType<ReturnType<typeof storage>['get']>
}

/** openAttachment finds an attachment that the actor may see; 'not-found' otherwise, 'unavailable' while it is checked, 'conflict' when it was refused. */
export async function openAttachment(actor: Actor, id: string, thumb: boolean): Promise<Served> {
  const row = await withTenant(actor.orgId, async (tx) => {
    const found = await findAttachment(tx, id)
    return found && mayRead(actor, found, await linksOf(tx, id)) ? found : null
  })
  if (row === null) throw notFound('This file')
  if (row.state === 'refused') throw new AppError('conflict', attachmentSentence('was-refused'), { reason: row.reason })
  const { storageKey, servedSha256, mediaType } = row
  if (storageKey === null || servedSha256 === null || mediaType === null) throw new AppError('unavailable', attachmentSentence(row.state === 'receiving' ? 'not-arrived' : 'checking'))
  if (thumb && row.thumbKey === null) throw notFound('This preview')
  const key = thumb && row.thumbKey !== null ? row.thumbKey : storageKey
  return {
    name: nameFor(row.name, mediaType), mediaType: servedType(mediaType), inline: isInline(mediaType),
    tag: thumb ? `${servedSha256}-thumb` : servedSha256, size: thumb ? null : row.servedSize,
    open: (range) => storage().get(key, range),
  }
}

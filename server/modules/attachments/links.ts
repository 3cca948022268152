import type { Attachable, AttachmentKind } from '#server/core/attachments/attachment.ts'
import { attachmentSentence } from '#server/core/attachments/attachment-sentences.ts'
import { READ_PERMISSION, TAKE_OFF_PERMISSION } from '#server/core/attachments/scope.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import type { Tx } from '#server/platform/db.ts'
import { arrivedOf, findAttachment, type StoredAttachment } from './attachments.repo.ts'
import { insertLink, linksOf, removeLink, type StoredLink } from './links.repo.ts'

/** Attached says what was attached or taken off, for the history of the thing. */
export interface Attached {
  readonly attachmentId: string
  readonly name: string
  readonly kind: AttachmentKind
}

/** Thing is what an attachment is attached to. */
export interface Thing {
  readonly entity: Attachable
  readonly entityId: string
  readonly siteId: string
}

const personOf = (actor: Actor): string | null => (actor.type === 'person' ? actor.personId : null)
const attached = ({ id, name, kind }: StoredAttachment): Attached => ({ attachmentId: id, name, kind })

/** mayRead tells whether an actor may see an attachment: by what it belongs to, or because he sent it and it belongs to nothing yet. */
export function mayRead(actor: Actor, row: Pick<StoredAttachment, 'createdBy'>, links: readonly StoredLink[]): boolean {
  if (links.length === 0) return row.createdBy !== null && personOf(actor) === row.createdBy
  return links.some((link) => link.removedAt === null && can(actor, READ_PERMISSION[link.entity as Attachable], link.siteId))
}

/**
 * attachableFor finds an attachment that an actor may attach to something: it has arrived in full ('unavailable' until then), and it is either free
 * (a shared tablet may have sent it under another name) or one that he may see. 'not-found' otherwise.
 */
export async function attachableFor(tx: Tx, actor: Actor, id: string): Promise<Attached> {
  const row = await findAttachment(tx, id)
  const links = row ? await linksOf(tx, id) : []
  if (!row || (links.length > 0 && !mayRead(actor, row, links))) throw notFound('This file')
  if (row.arrivedAt === null) throw new AppError('unavailable', attachmentSentence('not-arrived'), { attachmentId: id })
  return attached(row)
}

/** attachTo hangs an attachment at a thing in the caller's transaction; 'conflict' when it hangs there already. */
export async function attachTo(tx: Tx, actor: Actor, id: string, to: Thing & { readonly taskId: string | null; readonly at: Date }): Promise<void> {
  const { at, ...thing } = to
  if (await insertLink(tx, { ...thing, attachmentId: id, linkedBy: personOf(actor), linkedAt: at })) return
  throw new AppError('conflict', attachmentSentence('attached-already'), { attachmentId: id })
}

/**
 * attachAllTo hangs those of several attachments at a thing that the actor may attach and that hang there not yet, in the caller's transaction: what was told with
 * them is a fact, and not refused for a file. Gives what it hung.
 */
export async function attachAllTo(tx: Tx, actor: Actor, ids: readonly string[], to: Thing & { readonly taskId: string | null; readonly at: Date }): Promise<Attached[]> {
  const { at, ...thing } = to
  const hung: Attached[] = []
  for (const id of new Set(ids)) {
    const row = await findAttachment(tx, id)
    const links = row ? await linksOf(tx, id) : []
    if (row?.arrivedAt == null || (links.length > 0 && !mayRead(actor, row, links))) continue
    if (await insertLink(tx, { ...thing, attachmentId: id, linkedBy: personOf(actor), linkedAt: at })) hung.push(attached(row))
  }
  return hung
}

/** mayTakeOff tells whether an actor may take an attachment off: who attached it, and who plans the work there. */
export const mayTakeOff = (actor: Actor, link: Pick<StoredLink, 'entity' | 'siteId' | 'linkedBy'>): boolean =>
  (link.linkedBy !== null && link.linkedBy === personOf(actor)) || can(actor, TAKE_OFF_PERMISSION[link.entity as Attachable], link.siteId)

/** detachableFor finds an attachment that hangs at a thing; 'not-found' when it does not, 'forbidden' when the actor may not take it off. */
export async function detachableFor(tx: Tx, actor: Actor, id: string, from: Pick<Thing, 'entity' | 'entityId'>): Promise<Attached> {
  const row = await findAttachment(tx, id)
  const links = row ? await linksOf(tx, id) : []
  if (!row || !mayRead(actor, row, links)) throw notFound('This file')
  const link = links.find((one) => one.entity === from.entity && one.entityId === from.entityId && one.removedAt === null)
  if (!link) throw new AppError('conflict', attachmentSentence('not-attached'), { attachmentId: id })
  if (!mayTakeOff(actor, link)) throw new AppError('forbidden', attachmentSentence('not-yours'), { attachmentId: id })
  return attached(row)
}

/** detachFrom takes an attachment off a thing in the caller's transaction; its bytes stay. */
export async function detachFrom(tx: Tx, actor: Actor, id: string, from: Pick<Thing, 'entity' | 'entityId'>, at: Date): Promise<void> {
  for (const link of await linksOf(tx, id)) {
    if (link.entity === from.entity && link.entityId === from.entityId && link.removedAt === null) await removeLink(tx, link.id, personOf(actor), at)
  }
}

/** Readiness says whether attachments have arrived in full, and which have not. */
export interface Readiness {
  readonly ready: boolean
  readonly missing: readonly string[]
}

/** attachmentsReady tells whether an operation that needs these attachments can be acknowledged: their bytes are all here, their hashes right, and both durable. */
export async function attachmentsReady(tx: Tx, ids: readonly string[]): Promise<Readiness> {
  const arrived = await arrivedOf(tx, ids)
  const missing = ids.filter((id) => !arrived.has(id))
  return { ready: missing.length === 0, missing }
}

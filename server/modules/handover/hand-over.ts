import type { HandoverContent, SHIFTS } from '#server/core/handover/handover.ts'
import type { ShiftHandover } from '#server/core/handover/shift-handover.ts'
import { handoverSentence, type HandoverSentence } from '#server/core/handover/handover-sentences.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor, type PersonActor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { publishLive } from '#server/platform/live.ts'
import { gather } from './gather.repo.ts'
import { findSnapshot, insertHandover, insertSnapshot, lockHandover, saveAcknowledgement } from './handover.repo.ts'
import { namesOf, placeOf } from './place.repo.ts'

const no = (code: 'forbidden' | 'invalid' | 'conflict', says: HandoverSentence, params: Readonly<Record<string, string>> = {}): AppError => new AppError(code, handoverSentence(says, params))

function person(actor: Actor): PersonActor {
  if (actor.type === 'person') return actor
  throw no('forbidden', 'who')
}
const doneAt = (at: Date | undefined): Date => (at !== undefined && at < now() ? at : now())

/** prepareHandover gathers what is open in a place now and keeps it: this is what a handover is signed on, at once or later without a network. */
export const prepareHandover = (actor: Actor, input: { readonly siteId: string; readonly areaId: string | null }): Promise<{ snapshotId: string; content: HandoverContent }> =>
  withTenant(actor.orgId, async (tx) => {
    const place = can(actor, 'work-order.read', input.siteId) ? await placeOf(tx, input.siteId, input.areaId) : null
    if (!place) throw notFound('This site')
    requirePermission(actor, 'work-order.execute', place.siteId)
    const { personId } = person(actor)
    const id = newId()
    const content = await gather(tx, place)
    await insertSnapshot(tx, { id, siteId: place.siteId, areaId: place.areaId, takenBy: personId, takenAt: place.now, content })
    return { snapshotId: id, content }
  })

/** SignHandover is a handover that the outgoing person signs on a snapshot; the operation's id becomes the handover's id. */
export interface SignHandover {
  readonly opId: string
  readonly at?: Date | undefined
  readonly snapshotId: string
  readonly shift: (typeof SHIFTS)[number]
  readonly text: string
}

/** signHandover signs a handover in the caller's transaction: what was shown is frozen with it. A retry of the same opId changes nothing. */
export async function signHandover(tx: Tx, actor: Actor, { opId, at, snapshotId, shift, text }: SignHandover): Promise<{ id: string }> {
  const snapshot = await findSnapshot(tx, snapshotId)
  if (!snapshot || !can(actor, 'work-order.read', snapshot.siteId)) throw notFound('This handover')
  requirePermission(actor, 'work-order.execute', snapshot.siteId)
  const { personId } = person(actor)
  const signed = { id: opId, snapshotId, siteId: snapshot.siteId, areaId: snapshot.areaId, shift, text, signedBy: personId, signedAt: doneAt(at) }
  if (!(await insertHandover(tx, signed))) {
    const before = await lockHandover(tx, opId)
    if (before?.snapshotId !== snapshotId) throw no('conflict', 'operation-used')
    return { id: opId }
  }
  await writeAudit(tx, { actor, action: 'handover.signed', entity: 'handover', entityId: opId, after: signed })
  await publishLive(tx.exec, tx.orgId, { entity: 'handover', id: opId })
  return { id: opId }
}

/** SignShift is a handover that was signed on a tablet, with the id that it has there. */
export interface SignShift extends ShiftHandover {
  readonly id: string
  readonly opId: string
  readonly at: Date
}

/**
 * signShift signs in the caller's transaction a handover that was made on a tablet: frozen is what the tablet knew, as of when it last had a network. The
 * operation is remembered by the caller, so that a retry does not come here.
 */
export async function signShift(tx: Tx, actor: Actor, { id, opId, at, siteId, areaId, shift, text, knownAt, content }: SignShift): Promise<{ id: string }> {
  const place = can(actor, 'work-order.read', siteId) ? await placeOf(tx, siteId, areaId) : null
  if (!place) throw notFound('This site')
  requirePermission(actor, 'work-order.execute', place.siteId)
  const takenAt = doneAt(knownAt)
  const shown = { ...content, takenAt: takenAt.toISOString(), place: { site: place.site, area: place.area } }
  await insertSnapshot(tx, { id: opId, siteId: place.siteId, areaId: place.areaId, takenBy: person(actor).personId, takenAt, content: shown })
  return signHandover(tx, actor, { opId: id, at, snapshotId: opId, shift, text })
}

/** AcknowledgeHandover says that the incoming person has taken a handover over. */
export interface AcknowledgeHandover {
  readonly id: string
  readonly opId: string
  readonly at?: Date | undefined
  readonly note?: string | undefined
}

/** acknowledgeHandover takes a handover over in the caller's transaction; nobody takes over from himself. A retry of the same opId changes nothing. */
export async function acknowledgeHandover(tx: Tx, actor: Actor, { id, opId, at, note }: AcknowledgeHandover): Promise<{ id: string }> {
  const handover = await lockHandover(tx, id)
  if (!handover || !can(actor, 'work-order.read', handover.siteId)) throw notFound('This handover')
  requirePermission(actor, 'work-order.execute', handover.siteId)
  const { personId } = person(actor)
  if (handover.acknowledgedOpId === opId) return { id }
  if (handover.signedBy === personId) throw no('forbidden', 'own')
  if (handover.acknowledgedBy !== null) throw no('conflict', 'acknowledged', { name: (await namesOf(tx, [handover.acknowledgedBy])).get(handover.acknowledgedBy) ?? '' })
  const by = { acknowledgedOpId: opId, acknowledgedBy: personId, acknowledgedAt: doneAt(at), acknowledgedNote: note ?? null }
  await saveAcknowledgement(tx, id, by)
  await writeAudit(tx, { actor, action: 'handover.acknowledged', entity: 'handover', entityId: id, after: by })
  await publishLive(tx.exec, tx.orgId, { entity: 'handover', id })
  return { id }
}

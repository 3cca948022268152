import type { NewRepair } from '#server/core/handover/handover.ts'
import { handoverSentence, type HandoverSentence } from '#server/core/handover/handover-sentences.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { parseNumber } from '#server/core/work-orders/number.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { insertRepair, lockRepair, orderAt, repairPlace, updateRepair, worksAt } from './repairs.repo.ts'

const no = (code: 'forbidden' | 'invalid' | 'conflict', says: HandoverSentence, field?: string): AppError => new AppError(code, handoverSentence(says), field === undefined ? {} : { field })
const personOf = (actor: Actor): string => {
  if (actor.type === 'person') return actor.personId
  throw no('forbidden', 'who')
}
const doneAt = (at: Date | undefined): Date => (at !== undefined && at < now() ? at : now())

async function orderOf(tx: Tx, siteId: string, text: string | undefined): Promise<string | null> {
  if (text === undefined) return null
  const number = parseNumber(text)
  const id = number === null ? null : await orderAt(tx, siteId, number)
  if (id === null) throw no('invalid', 'no-order', 'order')
  return id
}

/** RegisterRepair is a temporary repair to register; the operation's id becomes its id. */
export interface RegisterRepair {
  readonly opId: string
  readonly at?: Date | undefined
  readonly repair: NewRepair
}

/** registerRepair registers a temporary repair in the caller's transaction. A retry of the same opId changes nothing. */
export async function registerRepair(tx: Tx, actor: Actor, { opId, at, repair }: RegisterRepair): Promise<{ id: string }> {
  const place = await repairPlace(tx, repair.assetId)
  if (!place || !can(actor, 'asset.read', place.siteId)) throw notFound('This asset')
  requirePermission(actor, 'work-order.execute', place.siteId)
  const personId = personOf(actor)
  const madeAt = doneAt(at)
  if (repair.expiresAt <= madeAt) throw no('invalid', 'expiry', 'expiresAt')
  if (!(await worksAt(tx, place.siteId, repair.ownerId))) throw no('invalid', 'owner', 'ownerId')
  const row = {
    id: opId, siteId: place.siteId, assetId: place.id, what: repair.what, risk: repair.risk, riskNote: repair.riskNote ?? null, ownerId: repair.ownerId, madeBy: personId, madeAt,
    expiresAt: repair.expiresAt, workOrderId: await orderOf(tx, place.siteId, repair.order),
  }
  if (!(await insertRepair(tx, row))) {
    const before = await lockRepair(tx, opId)
    if (before?.assetId !== place.id) throw no('conflict', 'operation-used')
    return { id: opId }
  }
  await writeAudit(tx, { actor, action: 'repair.registered', entity: 'temporary-repair', entityId: opId, after: row })
  await publishLive(tx.exec, tx.orgId, { entity: 'handover', id: opId })
  return { id: opId }
}

async function take(tx: Tx, actor: Actor, id: string) {
  const repair = await lockRepair(tx, id)
  if (!repair || !can(actor, 'asset.read', repair.siteId)) throw notFound('This temporary repair')
  requirePermission(actor, 'work-order.execute', repair.siteId)
  return { repair, personId: personOf(actor) }
}

/** ChangeRepair gives a temporary repair another owner, another end, or the order that removes it. */
export interface ChangeRepair {
  readonly id: string
  readonly ownerId?: string | undefined
  readonly expiresAt?: Date | undefined
  readonly order?: string | undefined
}

/** changeRepair changes a temporary repair in the caller's transaction: its owner does, or a supervisor. */
export async function changeRepair(tx: Tx, actor: Actor, { id, ownerId, expiresAt, order }: ChangeRepair): Promise<{ id: string }> {
  const { repair, personId } = await take(tx, actor, id)
  if (repair.ownerId !== personId && !can(actor, 'work-order.approve', repair.siteId)) throw no('forbidden', 'keeper')
  if (repair.removedAt !== null) throw no('conflict', 'removed')
  if (expiresAt !== undefined && expiresAt <= now()) throw no('invalid', 'expiry', 'expiresAt')
  if (ownerId !== undefined && !(await worksAt(tx, repair.siteId, ownerId))) throw no('invalid', 'owner', 'ownerId')
  const workOrderId = await orderOf(tx, repair.siteId, order)
  const change = { ...(ownerId === undefined ? {} : { ownerId }), ...(expiresAt === undefined ? {} : { expiresAt }), ...(workOrderId === null ? {} : { workOrderId }) }
  await updateRepair(tx, id, change)
  await writeAudit(tx, { actor, action: 'repair.changed', entity: 'temporary-repair', entityId: id, before: { ownerId: repair.ownerId, expiresAt: repair.expiresAt, workOrderId: repair.workOrderId }, after: change })
  await publishLive(tx.exec, tx.orgId, { entity: 'handover', id })
  return { id }
}

/** RemoveRepair says that a temporary repair is gone. */
export interface RemoveRepair {
  readonly id: string
  readonly opId: string
  readonly at?: Date | undefined
  readonly note?: string | undefined
}

/** removeRepair takes a temporary repair off the register in the caller's transaction. A retry of the same opId changes nothing. */
export async function removeRepair(tx: Tx, actor: Actor, { id, opId, at, note }: RemoveRepair): Promise<{ id: string }> {
  const { repair, personId } = await take(tx, actor, id)
  if (repair.removedOpId === opId) return { id }
  if (repair.removedAt !== null) throw no('conflict', 'removed')
  const removed = { removedOpId: opId, removedBy: personId, removedAt: doneAt(at), removedNote: note ?? null }
  await updateRepair(tx, id, removed)
  await writeAudit(tx, { actor, action: 'repair.removed', entity: 'temporary-repair', entityId: id, after: removed })
  await publishLive(tx.exec, tx.orgId, { entity: 'handover', id })
  return { id }
}

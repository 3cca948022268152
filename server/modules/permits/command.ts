import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { decidePermit, type PermitAct } from '#server/core/permits/decide.ts'
import { permitSentence } from '#server/core/permits/permit-sentences.ts'
import { isOpen, PERMIT_EVENTS } from '#server/core/permits/transitions.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { lockSafeguards } from '#server/platform/safeguards.ts'
import { checkConflicts, type Overruled } from './conflict.ts'
import type { ChangedPermit } from './issue.ts'
import { findPermit, insertPermitEvent, orderOfPermit, permitOfOp, takeOrder, updatePermit, type StoredPermit } from './permits.repo.ts'

/** PermitInput is one command on a permit: opId makes a retry harmless, at is when it was done, late says that it is a fact reported afterwards. */
export interface PermitInput {
  readonly id: string
  readonly opId: string
  readonly at?: Date | undefined
  readonly late?: boolean | undefined
  readonly act: PermitAct
}

/** A permit that comes into force again, or for longer, must still stand against no other. */
async function overruleNeeded(tx: Tx, actor: Actor, permit: StoredPermit, act: PermitAct, to: Date, now: Date): Promise<Overruled> {
  if (act.name !== 'resume' && act.name !== 'extend') return null
  return checkConflicts(tx, actor, { ...permit, to }, act.payload.overrule, now)
}

/**
 * permitCommand does one command on a permit in the caller's transaction. Resuming, extending and closing need a connection; suspending, handing
 * back and gas tests are facts that a tablet may report afterwards. A retry of the same opId changes nothing.
 */
export async function permitCommand(tx: Tx, actor: Actor, input: PermitInput): Promise<ChangedPermit> {
  const orderId = await orderOfPermit(tx, input.id)
  const order = orderId === null ? null : await takeOrder(tx, orderId)
  if (!order || !can(actor, 'work-order.read', order.siteId)) throw notFound('This permit')
  if (actor.type !== 'person') throw new AppError('forbidden', permitSentence('who'))
  await lockSafeguards(tx, order.siteId)
  const permit = await findPermit(tx, input.id)
  if (!permit) throw new Error('a permit vanished while its order was held')
  const event = PERMIT_EVENTS[input.act.name]
  const done = await permitOfOp(tx, input.opId)
  if (done) {
    if (done.permitId !== permit.id || done.type !== event) throw new AppError('conflict', permitSentence('operation-used'), { opId: input.opId })
    return { permit, order, at: order.now, event, data: {}, repeated: true }
  }
  const at = input.at !== undefined && input.at < order.now ? input.at : order.now
  const late = input.late === true
  const decided = decidePermit(permit, input.act, { now: order.now, done: at, personId: actor.personId, late, holds: (permission) => can(actor, permission, order.siteId) })
  if (!decided.ok) throw decided.error
  const { status, to, gasTests, flagged } = decided.value
  const overruled = await overruleNeeded(tx, actor, permit, input.act, to, order.now)
  const closedAt = isOpen(status) ? null : order.now
  await updatePermit(tx, permit.id, { status, to, gasTests, closedAt })
  const data = {
    ...input.act.payload, ...(overruled ? { overruled } : {}), ...(late ? { late } : {}), ...(flagged ? { flagged } : {}), ...(status === permit.status ? {} : { status }),
  }
  await insertPermitEvent(tx, { permitId: permit.id, opId: input.opId, type: event, at, recordedAt: order.now, personId: actor.personId, late, data })
  await writeAudit(tx, { actor, action: `permit.${event}`, entity: 'permit', entityId: permit.id, before: { status: permit.status, to: permit.to }, after: { status, to, data } })
  await publishLive(tx.exec, tx.orgId, { entity: 'permit', id: permit.id })
  return { permit: { ...permit, status, to, gasTests, closedAt }, order, at, event, data, repeated: false }
}

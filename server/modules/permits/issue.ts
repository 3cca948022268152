import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { ROLES, ROLE_PERMISSIONS } from '#server/core/people/permissions.ts'
import { checkNew, type NewPermit } from '#server/core/permits/issue.ts'
import { permitSentence, type PermitSentence } from '#server/core/permits/permit-sentences.ts'
import { isEnded, workOrderStatus } from '#server/core/work-orders/enums.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { lockSafeguards } from '#server/platform/safeguards.ts'
import { checkConflicts } from './conflict.ts'
import { findPermit, insertPermit, insertPermitEvent, nextNumber, performs, permitOfOp, takeOrder, type HeldOrder, type StoredPermit } from './permits.repo.ts'

/** IssueInput is a permit to issue for an order; the operation's id becomes the permit's id. */
export interface IssueInput {
  readonly orderId: string
  readonly opId: string
  readonly permit: NewPermit
}

/** ChangedPermit is a permit after a command, with what the order's history is told. */
export interface ChangedPermit {
  readonly permit: StoredPermit
  readonly order: HeldOrder
  readonly at: Date
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
  /** True when this operation had been done before: nothing was changed. */
  readonly repeated: boolean
}

const EXECUTING = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('work-order.execute'))
const no = (code: 'forbidden' | 'invalid' | 'conflict' | 'illegal-transition', says: PermitSentence, facts: Readonly<Record<string, unknown>> = {}): AppError =>
  new AppError(code, permitSentence(says), facts)

/**
 * issuePermit issues a permit in the caller's transaction, with a connection only. Throws 'forbidden' where the issuer would work under it himself,
 * 'invalid' (facts.field) where precautions or gas tests are missing, 'conflict' where another permit stands against it.
 */
export async function issuePermit(tx: Tx, actor: Actor, { orderId, opId, permit }: IssueInput): Promise<ChangedPermit> {
  const order = await takeOrder(tx, orderId)
  if (!order || !can(actor, 'work-order.read', order.siteId)) throw notFound('This work order')
  if (actor.type !== 'person') throw no('forbidden', 'who')
  requirePermission(actor, 'permit.issue', order.siteId)
  await lockSafeguards(tx, order.siteId)
  const done = await permitOfOp(tx, opId)
  if (done) return repeated(tx, order, done, opId)
  if (isEnded(workOrderStatus.parse(order.status))) throw no('illegal-transition', 'order-over')
  const { now } = order
  const tests = checkNew(permit, actor.personId, now)
  if (!tests.ok) throw tests.error
  if (!(await performs(tx, order.siteId, permit.performerId, EXECUTING))) throw no('invalid', 'performer', { field: 'performerId' })
  const overruled = await checkConflicts(tx, actor, { ...permit, id: null, siteId: order.siteId, assetId: order.assetId }, permit.overrule, now)
  const issued = {
    id: opId, no: await nextNumber(tx), siteId: order.siteId, assetId: order.assetId, workOrderId: order.id, kind: permit.kind, status: 'issued' as const, work: permit.work,
    issuerId: actor.personId, performerId: permit.performerId, from: permit.from, to: permit.to, precautions: permit.precautions, gasTests: tests.value, issuedAt: now,
  }
  await insertPermit(tx, issued)
  const data = { kind: permit.kind, to: permit.to.toISOString(), performerId: permit.performerId, ...(overruled ? { overruled } : {}) }
  await insertPermitEvent(tx, { permitId: opId, opId, type: 'issued', at: now, recordedAt: now, personId: actor.personId, late: false, data })
  await writeAudit(tx, { actor, action: 'permit.issued', entity: 'permit', entityId: opId, after: { ...issued, ...data } })
  await publishLive(tx.exec, tx.orgId, { entity: 'permit', id: opId })
  return { permit: { ...issued, closedAt: null }, order, at: now, event: 'issued', data, repeated: false }
}

async function repeated(tx: Tx, order: HeldOrder, done: { permitId: string; type: string }, opId: string): Promise<ChangedPermit> {
  const permit = await findPermit(tx, done.permitId)
  if (!permit || permit.workOrderId !== order.id || done.type !== 'issued') throw no('conflict', 'operation-used', { opId })
  return { permit, order, at: order.now, event: 'issued', data: {}, repeated: true }
}

import { notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { checkCompletion, type CompletionInput, type CompletionRecord } from '#server/core/work-orders/completion.ts'
import type { NewOrderInput } from '#server/core/work-orders/new-order.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { heldBy } from '#server/core/work-orders/safeguards.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import type { CommandResult } from './apply-command.ts'
import { checkAssignee } from './check-references.ts'
import { createOrder, type MadeOrder } from './create-order.ts'
import { placeOf } from './create-order.repo.ts'
import { safeguardsNow } from './safeguards-now.ts'
import { personOf, saveChange } from './save-decision.ts'
import { databaseClock, lockOrder, readFacts, type LockedOrder } from './work-orders.repo.ts'
import { newId } from '#server/platform/ids.ts'

/** Done is called in the transaction in which work is entered that was done before, with the order and its record. */
export type Done = (tx: Tx, order: LockedOrder, record: CompletionRecord) => Promise<void>

/** Entry is the operation that enters the work, and when that was done where it was before it arrived. */
interface Entry {
  readonly opId: string
  readonly at?: Date | undefined
}

/**
 * enterDone records work that was done before it was entered: the real times stand in the record, the entry's own time in history and audit. A machine
 * that is said to be back in service asks for locks and permits, as completing an order does.
 */
export async function enterDone(tx: Tx, actor: Actor, made: MadeOrder, done: CompletionInput, onDone: Done, { opId, at }: Entry = { opId: newId() }): Promise<void> {
  const locked = await lockOrder(tx, made.id)
  if (!locked) throw notFound('This work order')
  const order = at === undefined || at > locked.now ? locked : { ...locked, now: at }
  const record = checkCompletion(order, done, order.choices, order.now)
  if (!record.ok) throw record.error
  const held = record.value.returnedAt === null ? null : heldBy(order, { name: 'complete', payload: done }, await safeguardsNow(tx, order))
  if (held !== null) throw held
  await saveChange(tx, actor, order, {
    patch: { ...record.value, status: 'completed', completedBy: personOf(actor), completedAt: order.now, breakIn: true },
    event: 'completed', data: { ...record.value, afterTheFact: true }, opId,
  })
  await onDone(tx, order, record.value)
}

async function fileInTransaction(tx: Tx, actor: Actor, input: NewOrderInput, onDone: Done): Promise<CommandResult> {
  const place = await placeOf(tx, input.assetId)
  if (!place || !can(actor, 'work-order.request', place.siteId)) throw notFound('This asset')
  const manual = input.source === 'manual' ? input : null
  if (manual) requirePermission(actor, 'work-order.create', place.siteId)
  if (manual?.done) requirePermission(actor, 'work-order.execute', place.siteId)
  if (manual?.assigneeId) await checkAssignee(tx, place.siteId, manual.assigneeId)
  const approved = manual !== null && can(actor, 'work-order.approve', place.siteId)
  const made = await createOrder(tx, actor, {
    source: input.source, kind: manual?.kind ?? 'corrective', assetId: input.assetId, priority: input.priority, title: input.title, description: input.description ?? null,
    text: null, failureMode: input.failureMode ?? null, incidentKey: null, incidentId: null, ruleId: null, ruleVersionId: null, followUpOf: null,
    assigneeId: manual?.assigneeId ?? null, approved, idempotencyKey: `${personOf(actor) ?? actor.type}:${input.idempotencyKey}`, opId: null,
    data: { afterTheFact: manual?.done !== undefined }, at: await databaseClock(tx),
  })
  if (manual?.done && !made.existed) await enterDone(tx, actor, made, manual.done, onDone)
  const now = await readFacts(tx, made.id)
  return { id: made.id, number: formatNumber(made.no), status: now?.status ?? made.status, version: now?.version ?? 1 }
}

/**
 * fileOrder makes an order a person files: a request waits for approval; an order of someone who may approve is approved at once;
 * work entered after the fact is completed with its real times, and told to onDone. The same idempotency key again gives the same order.
 */
export async function fileOrder(actor: Actor, input: NewOrderInput, onDone: Done = () => Promise.resolve()): Promise<CommandResult> {
  try {
    return await withTenant(actor.orgId, (tx) => fileInTransaction(tx, actor, input, onDone))
  } catch (error) {
    if (violatedIndex(error) !== 'work_order_org_id_idempotency_key_key') throw error
    // The same key came twice at once: the other one is committed now, and this one finds it.
    return withTenant(actor.orgId, (tx) => fileInTransaction(tx, actor, input, onDone))
  }
}

import { notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type PersonActor } from '#server/core/people/actor.ts'
import { spanOf } from '#server/core/work-orders/labour.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { withMinutes, type LogDoneInput } from '#server/core/work-orders/unplanned.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { CommandResult } from './apply-command.ts'
import { createOrder } from './create-order.ts'
import { placeOf } from './create-order.repo.ts'
import { enterDone, type Done } from './file-order.ts'
import { insertEntry } from './labour.repo.ts'
import { movePart } from './record-part.ts'
import { databaseClock, readFacts } from './work-orders.repo.ts'

async function keepWhatBelongsToIt(tx: Tx, orderId: string, personId: string, { minutes, parts }: LogDoneInput, workFinishedAt: Date): Promise<void> {
  const span = minutes === undefined ? null : spanOf({ minutes, endedAt: workFinishedAt }, workFinishedAt)
  if (span?.ok) await insertEntry(tx, { id: newId(), workOrderId: orderId, personId, ...span.value, activity: 'active' })
  for (const { partId, description, unit, quantity } of parts) {
    await movePart(tx, {
      id: newId(), workOrderId: orderId, kind: 'taken', quantity, partId: partId ?? null, description: description ?? null, unit: unit ?? null, plannedPartId: null, personId,
      at: workFinishedAt, late: false,
    })
  }
}

/**
 * logDoneIn files work that was done before anybody wrote it down, in the caller's transaction: a completed order with its real times, time and parts;
 * the entry's own time (at, where it arrived later) is in history and audit. The same id again is the same order.
 */
export async function logDoneIn(tx: Tx, actor: PersonActor, input: LogDoneInput & { readonly at?: Date }, onDone: Done): Promise<CommandResult> {
  const place = await placeOf(tx, input.assetId)
  if (!place || !can(actor, 'work-order.read', place.siteId)) throw notFound('This asset')
  requirePermission(actor, 'work-order.create', place.siteId)
  requirePermission(actor, 'work-order.execute', place.siteId)
  const now = await databaseClock(tx)
  const entered = input.at !== undefined && input.at < now ? input.at : now
  const made = await createOrder(tx, actor, {
    id: input.id, provisionalNumber: input.provisionalNumber ?? null, source: 'manual', kind: input.kind, assetId: input.assetId, priority: input.priority, title: input.title,
    description: input.description ?? null, text: null, failureMode: input.failureMode ?? null,
    incidentKey: null, incidentId: null, ruleId: null, ruleVersionId: null, followUpOf: null,
    approved: can(actor, 'work-order.approve', place.siteId), idempotencyKey: `done:${input.id}`, opId: null, data: { afterTheFact: true }, at: entered,
  })
  if (!made.existed) {
    await enterDone(tx, actor, made, withMinutes(input, entered), async (inside, order, record) => {
      await keepWhatBelongsToIt(inside, order.id, actor.personId, input, record.workFinishedAt)
      await onDone(inside, order, record)
    }, { opId: input.opId, at: input.at })
  }
  const facts = await readFacts(tx, made.id)
  return { id: made.id, number: formatNumber(made.no), status: facts?.status ?? made.status, version: facts?.version ?? 1 }
}

import { notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type PersonActor } from '#server/core/people/actor.ts'
import { emergencyText, type EmergencyInput } from '#server/core/work-orders/unplanned.ts'
import type { Tx } from '#server/platform/db.ts'
import { createOrder } from './create-order.ts'
import { assetWords, placeOf } from './create-order.repo.ts'
import { databaseClock } from './work-orders.repo.ts'

/** fileEmergency makes the order of work that begins at once, under the id that the client chose: its approval is outstanding. The same id again is the same order. */
export async function fileEmergency(tx: Tx, actor: PersonActor, input: EmergencyInput & { readonly at?: Date; readonly followUpOf?: string }): Promise<void> {
  const place = await placeOf(tx, input.assetId)
  if (!place || !can(actor, 'work-order.read', place.siteId)) throw notFound('This asset')
  requirePermission(actor, 'work-order.break-in', place.siteId)
  requirePermission(actor, 'work-order.execute', place.siteId)
  const now = await databaseClock(tx)
  const said = input.title === undefined ? emergencyText(await assetWords(tx, input.assetId)) : { title: input.title, text: null }
  await createOrder(tx, actor, {
    id: input.id, provisionalNumber: input.provisionalNumber ?? null,
    source: 'manual', kind: 'corrective', assetId: input.assetId, priority: input.priority, ...said,
    description: null,
    failureMode: input.failureMode ?? null, incidentKey: null, incidentId: null, ruleId: null, ruleVersionId: null, followUpOf: input.followUpOf ?? null,
    assigneeId: null, approved: false,
    idempotencyKey: `emergency:${input.id}`, opId: null, data: { emergency: true, ...(input.followUpOf === undefined ? {} : { followUpOf: input.followUpOf }) },
    at: input.at !== undefined && input.at < now ? input.at : now,
  })
}

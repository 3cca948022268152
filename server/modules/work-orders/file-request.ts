import { notFound } from '#server/core/kernel/errors.ts'
import { can, type PersonActor } from '#server/core/people/actor.ts'
import { reportPriority } from '#server/core/public/report.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import type { RequestInput } from '#server/core/work-orders/request.ts'
import type { Tx } from '#server/platform/db.ts'
import type { CommandResult } from './apply-command.ts'
import { createOrder } from './create-order.ts'
import { placeOf } from './create-order.repo.ts'
import { databaseClock, readFacts } from './work-orders.repo.ts'

/** fileRequestIn files what somebody reports at a machine, under the id that the client chose: it waits for approval; the same id again is the same request. */
export async function fileRequestIn(tx: Tx, actor: PersonActor, input: RequestInput & { readonly at?: Date }): Promise<CommandResult> {
  const place = await placeOf(tx, input.assetId)
  if (!place || !can(actor, 'work-order.request', place.siteId)) throw notFound('This asset')
  const now = await databaseClock(tx)
  const { stopped, danger } = input
  const made = await createOrder(tx, actor, {
    id: input.id, provisionalNumber: input.provisionalNumber ?? null, source: 'request', kind: 'corrective', assetId: input.assetId, priority: reportPriority(input),
    title: input.title, description: input.description ?? null, text: null, failureMode: null, incidentKey: null, incidentId: null, ruleId: null,
    ruleVersionId: null, followUpOf: null,
    approved: false, idempotencyKey: `request:${input.id}`, opId: input.opId, data: { stopped, danger }, at: input.at !== undefined && input.at < now ? input.at : now,
  })
  const facts = await readFacts(tx, made.id)
  return { id: made.id, number: formatNumber(made.no), status: facts?.status ?? made.status, version: facts?.version ?? 1 }
}

import { notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import type { PayloadOf } from '#server/core/work-orders/commands.ts'
import { shownAnswer } from '#server/core/work-orders/tasks.ts'
import type { Tx } from '#server/platform/db.ts'
import { createOrder } from './create-order.ts'
import { answersOf, findTask } from './tasks.repo.ts'
import type { LockedOrder } from './work-orders.repo.ts'

const LONGEST_TITLE = 200

/** raiseFollowUp files an order for what a step found, linked to it, with the step's answer and photos as evidence. Of two people who tap at once, both get the same order. */
export async function raiseFollowUp(tx: Tx, actor: Actor, order: LockedOrder, { taskId, title }: PayloadOf<'raiseFollowUp'>): Promise<Record<string, unknown>> {
  const task = await findTask(tx, order.id, taskId)
  if (!task) throw notFound('This step')
  const given = shownAnswer(await answersOf(tx, taskId))
  const made = await createOrder(tx, actor, {
    source: 'manual', kind: 'corrective', assetId: order.assetId, priority: order.priority, title: title ?? task.title.slice(0, LONGEST_TITLE), description: given?.answer?.note ?? null, text: null,
    failureMode: null, incidentKey: null, incidentId: null, ruleId: null, ruleVersionId: null, followUpOf: order.id, approved: can(actor, 'work-order.approve', order.siteId),
    idempotencyKey: `step:${taskId}:${given?.id ?? 'open'}`, opId: null, at: order.now,
    data: { followUpOf: order.id, evidence: { taskId, step: task.title, answer: given?.answer ?? null, answeredBy: given?.answeredBy ?? null, at: given?.at ?? null } },
  })
  return { linkedOrderId: made.id, existed: made.existed }
}

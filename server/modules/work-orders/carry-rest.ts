import { AppError } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import type { PayloadOf } from '#server/core/work-orders/commands.ts'
import { GUARDS } from '#server/core/work-orders/guards.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import type { Tx } from '#server/platform/db.ts'
import { copyKit, copySteps, openSteps } from './carry-rest.repo.ts'
import { createOrder } from './create-order.ts'
import { kitView } from './facts-view.ts'
import { orderWords } from './follow-up.repo.ts'
import { kitOf } from './parts.repo.ts'
import { safeguardsOf } from './safeguards.repo.ts'
import { personOf } from './save-decision.ts'
import type { LockedOrder } from './work-orders.repo.ts'

/**
 * carryRest files the order that goes on with what was not done: the steps without an answer and what is left of the kit are copied to it, the first
 * order keeps them as they were. It needs no approval of its own where the first has one. Permits stay with the first order, under which people work by them: the
 * history of both says which ones, so that whoever goes on asks for his own.
 */
export async function carryRest(tx: Tx, actor: Actor, order: LockedOrder, { title }: PayloadOf<'carryRest'>): Promise<Record<string, unknown>> {
  const steps = await openSteps(tx, order.id)
  const kit = kitView(await kitOf(tx, order.id)).filter(({ rest }) => rest !== '0')
  if (steps.length === 0 && kit.length === 0) throw new AppError('invalid', orderSentence('nothing-to-carry'))
  const words = await orderWords(tx, order.id)
  const permits = (await safeguardsOf(tx, order)).flatMap((one) => (one.own && one.kind === 'permit' ? [one.name] : []))
  const stay = permits.length > 0 ? { permits } : {}
  const made = await createOrder(tx, actor, {
    source: 'manual', kind: order.kind === 'predictive' ? 'corrective' : order.kind, assetId: order.assetId, priority: order.priority, title: title ?? words.title, description: words.description,
    text: title === undefined ? words.text : null, failureMode: order.failureMode, incidentKey: null, incidentId: null, ruleId: null, ruleVersionId: null, followUpOf: order.id,
    approved: !GUARDS['approval-outstanding'].passes(order), idempotencyKey: `rest:${order.id}:${order.version}`, opId: null, data: { followUpOf: order.id, carried: steps.length, ...stay }, at: order.now,
  })
  await copySteps(tx, made.id, steps)
  await copyKit(tx, made.id, kit, personOf(actor))
  return { linkedOrderId: made.id, steps: steps.map(({ id }) => id), parts: kit.map(({ name, rest }) => ({ name, rest })), ...stay }
}

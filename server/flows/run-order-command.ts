import { AppError } from '#server/core/kernel/errors.ts'
import { restartsLearning } from '#server/core/condition/baseline-check.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import { restartLearning } from '#server/modules/condition/index.ts'
import { attachableFor, attachTo, detachableFor, detachFrom } from '#server/modules/attachments/index.ts'
import * as incidents from '#server/modules/incidents/index.ts'
import { applyCommand, type Alongside, type CommandInput, type CommandResult } from '#server/modules/work-orders/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { writeOutbox } from '#server/platform/outbox.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'

/**
 * runOrderCommand runs one command on an order in one transaction: the order with its history and audit, the alarm that working
 * on it acknowledges, the baselines that such work ends, and a second look at the problem when the order is closed. A retry of the same opId changes nothing.
 */
export async function runOrderCommand(actor: Actor, input: CommandInput): Promise<CommandResult> {
  try {
    return await withTenant(actor.orgId, (tx) => orderCommandIn(tx, actor, input))
  } catch (error) {
    switch (violatedIndex(error)) {
      case 'work_order_one_open_per_incident_key':
        throw new AppError('conflict', orderSentence('open-already'), { id: input.id })
      case 'work_order_event_org_id_op_id_key':
        throw new AppError('conflict', orderSentence('operation-used'), { opId: input.opId })
      default:
        throw error
    }
  }
}

/** attachments does what a command says of files, which belong to another module than the order. */
const attachments = (tx: Tx, actor: Actor, { command }: CommandInput): Alongside => async ({ id: entityId, siteId, now: at }) => {
  const order = { entity: 'work-order', entityId } as const
  if (command.name === 'attach') {
    const file = await attachableFor(tx, actor, command.payload.attachmentId)
    await attachTo(tx, actor, file.attachmentId, { ...order, siteId, taskId: command.payload.taskId ?? null, at })
    return { ...file }
  }
  if (command.name !== 'detach') return {}
  const file = await detachableFor(tx, actor, command.payload.attachmentId, order)
  await detachFrom(tx, actor, file.attachmentId, order, at)
  return { ...file }
}

/** orderCommandIn is runOrderCommand inside the caller's transaction. */
export async function orderCommandIn(tx: Tx, actor: Actor, input: CommandInput): Promise<CommandResult> {
  const { result, order, effects, patch } = await applyCommand(tx, actor, input, attachments(tx, actor, input))
  if (patch.workFinishedAt != null && restartsLearning(patch.activityCode)) await restartLearning(tx, actor, { ...order, orderId: order.id, at: patch.workFinishedAt, activity: patch.activityCode ?? '' })
  const key = order.incidentKey
  if (key === null || effects.length === 0) return result
  const open = await incidents.openIncidentsOf(tx, key)
  if (effects.includes('acknowledge-alarm')) {
    for (const id of new Set([...open, ...(order.incidentId === null ? [] : [order.incidentId])])) await incidents.acknowledgeIn(tx, actor, id, 'order')
  }
  // An episode that the order did not cover must not be forgotten with it: the ticket policy looks at it again.
  if (effects.includes('look-again')) {
    for (const incidentId of new Set([...open, ...(await incidents.parentsOf(tx, key))])) await writeOutbox(tx.exec, tx.orgId, 'incident.changed', { incidentId, cause: 'opened' })
  }
  return result
}

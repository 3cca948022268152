import { restartsLearning } from '#server/core/condition/baseline-check.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { restartLearning } from '#server/modules/condition/index.ts'
import { attachableFor, attachAllTo, attachTo, detachableFor, detachFrom, type Attached } from '#server/modules/attachments/index.ts'
import * as incidents from '#server/modules/incidents/index.ts'
import { applyCommand, type Alongside, type AppliedCommand, type CommandInput } from '#server/modules/work-orders/index.ts'
import type { Tx } from '#server/platform/db.ts'
import { writeOutbox } from '#server/platform/outbox.ts'

// What the history tells of a file.
const noted = ({ attachmentId, name, kind }: Attached): Readonly<Record<string, unknown>> => ({ attachmentId, file: name, kind })

/** attachments does what a command says of files, which belong to another module than the order. */
const attachments = (tx: Tx, actor: Actor, { command }: CommandInput): Alongside => async ({ id: entityId, siteId, now: at }) => {
  const order = { entity: 'work-order', entityId } as const
  if (command.name === 'attach') {
    const file = await attachableFor(tx, actor, command.payload.attachmentId)
    await attachTo(tx, actor, file.attachmentId, { ...order, siteId, taskId: command.payload.taskId ?? null, at })
    return noted(file)
  }
  // The photos and the signature of an answer, and what a comment shows: without a link nobody but their sender could see them.
  if (command.name === 'answerTask' || command.name === 'comment') {
    const ids = command.payload.attachmentIds ?? []
    const taskId = command.name === 'answerTask' ? command.payload.taskId : null
    const files = ids.length === 0 ? [] : await attachAllTo(tx, actor, ids, { ...order, siteId, taskId, at })
    return files.length === 0 ? {} : { files: files.map(noted) }
  }
  if (command.name !== 'detach') return {}
  const file = await detachableFor(tx, actor, command.payload.attachmentId, order)
  await detachFrom(tx, actor, file.attachmentId, order, at)
  return noted(file)
}

/** applyWithEffects runs one command on an order in the caller's transaction, with what it does to alarms and to what was learnt of the machine. */
export async function applyWithEffects(tx: Tx, actor: Actor, input: CommandInput): Promise<AppliedCommand> {
  const applied = await applyCommand(tx, actor, input, attachments(tx, actor, input))
  const { order, effects, patch } = applied
  if (patch.workFinishedAt != null && restartsLearning(patch.activityCode)) await restartLearning(tx, actor, { ...order, orderId: order.id, at: patch.workFinishedAt, activity: patch.activityCode ?? '' })
  const key = order.incidentKey
  if (key === null || effects.length === 0) return applied
  const open = await incidents.openIncidentsOf(tx, key)
  if (effects.includes('acknowledge-alarm')) {
    for (const id of new Set([...open, ...(order.incidentId === null ? [] : [order.incidentId])])) await incidents.acknowledgeIn(tx, actor, id, 'order')
  }
  // An episode that the order did not cover must not be forgotten with it: the ticket policy looks at it again.
  if (effects.includes('look-again')) {
    for (const incidentId of new Set([...open, ...(await incidents.parentsOf(tx, key))])) await writeOutbox(tx.exec, tx.orgId, 'incident.changed', { incidentId, cause: 'opened' })
  }
  return applied
}

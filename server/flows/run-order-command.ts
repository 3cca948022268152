import { AppError } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import type { AppliedCommand, CommandInput, CommandResult } from '#server/modules/work-orders/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import { applyWithEffects } from './order-effects.ts'
import { startEmergencyIn } from './start-emergency.ts'

// What is written down beside the order carries the operation's id: one that is used for something else is noticed there too.
const USED = new Set([
  'work_order_event_org_id_op_id_key', 'part_use_pkey', 'part_use_org_id_op_id_key', 'labour_pkey', 'downtime_pkey', 'task_answer_pkey', 'planned_part_pkey', 'meter_reading_pkey',
])

/**
 * runOrderCommand runs one command on an order in one transaction: the order with its history and audit, the alarm that working
 * on it acknowledges, the baselines that such work ends, and a second look at the problem when the order is closed. A retry of the same opId changes nothing.
 */
export async function runOrderCommand(actor: Actor, input: CommandInput): Promise<CommandResult> {
  try {
    return await withTenant(actor.orgId, (tx) => orderCommandIn(tx, actor, input))
  } catch (error) {
    const index = violatedIndex(error) ?? ''
    if (index === 'work_order_one_open_per_incident_key') throw new AppError('conflict', orderSentence('open-already'), { id: input.id })
    if (USED.has(index)) throw new AppError('conflict', orderSentence('operation-used'), { opId: input.opId })
    throw error
  }
}

/** orderCommandIn is runOrderCommand inside the caller's transaction. */
export async function orderCommandIn(tx: Tx, actor: Actor, input: CommandInput): Promise<CommandResult> {
  const applied = await applyWithEffects(tx, actor, input)
  await goOnElsewhere(tx, actor, input, applied)
  return applied.result
}

/** goOnElsewhere begins an emergency at the machine that was really meant, where the order itself stays with its incident. */
async function goOnElsewhere(tx: Tx, actor: Actor, { command, at }: CommandInput, { repeated, order, result }: AppliedCommand): Promise<void> {
  if (command.name !== 'moveAsset' || repeated || result.linkedOrderId === undefined || actor.type !== 'person') return
  const { assetId, provisionalNumber } = command.payload
  await startEmergencyIn(tx, actor, {
    id: result.linkedOrderId, opId: newId(), assetId, priority: order.priority, followUpOf: order.id,
    ...(provisionalNumber === undefined ? {} : { provisionalNumber }), ...(at === undefined ? {} : { at }),
  })
}

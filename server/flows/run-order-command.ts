import type { Actor } from '#server/core/people/actor.ts'
import * as incidents from '#server/modules/incidents/index.ts'
import { applyCommand, type CommandInput, type CommandResult } from '#server/modules/work-orders/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { writeOutbox } from '#server/platform/outbox.ts'

/**
 * runOrderCommand runs one command on an order in one transaction: the order with its history and audit, the alarm that working
 * on it acknowledges, and a second look at the problem when the order is closed. A retry of the same opId changes nothing.
 */
export async function runOrderCommand(actor: Actor, input: CommandInput): Promise<CommandResult> {
  return withTenant(actor.orgId, async (tx) => {
    const { result, order, effects } = await applyCommand(tx, actor, input)
    const key = order.incidentKey
    if (key === null || effects.length === 0) return result
    const open = await incidents.openIncidentsOf(tx, key)
    if (effects.includes('acknowledge-alarm')) {
      for (const id of new Set([...open, ...(order.incidentId === null ? [] : [order.incidentId])])) await incidents.acknowledgeIn(tx, actor, id, 'order')
    }
    // An episode that the order did not cover must not be forgotten with it: the ticket policy looks at it again.
    if (effects.includes('look-again')) for (const incidentId of open) await writeOutbox(tx.exec, tx.orgId, 'incident.changed', { incidentId, cause: 'opened' })
    return result
  })
}

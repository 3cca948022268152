import type { Actor } from '#server/core/people/actor.ts'
import { RULE_DEMOTED } from '#server/core/work-orders/events.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { openOrdersOfRule } from './list.repo.ts'
import { personOf } from './save-decision.ts'
import { databaseClock, insertEvent } from './work-orders.repo.ts'

/** noteDemotion tells in the history of a rule's open orders that the rule raises nothing any more, and why: their incidents end without a word of the machine. */
export async function noteDemotion(tx: Tx, actor: Actor, demotion: { readonly ruleId: string; readonly version: number; readonly reason: string }): Promise<void> {
  const at = await databaseClock(tx)
  for (const { id, status } of await openOrdersOfRule(tx, demotion.ruleId)) {
    const data = { reason: demotion.reason, ruleVersion: demotion.version }
    await insertEvent(tx, { workOrderId: id, at, type: RULE_DEMOTED, actorId: personOf(actor), opId: null, fromStatus: status, toStatus: status, data })
    await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id })
  }
}

import type { Actor } from '#server/core/people/actor.ts'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import { oneJobAtATime } from '#server/core/work-orders/labour.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { touchSiteConfig } from '#server/platform/site-config.ts'
import { cutShort, holdPerson, lockOrders, runningElsewhere } from './labour.repo.ts'
import { saveChange } from './save-decision.ts'
import { lockOrder, type LockedOrder } from './work-orders.repo.ts'

const BEGINS_WORK: readonly CommandName[] = ['start', 'resume', 'joinTimer', 'moveAsset']

/**
 * lockWork takes what a command may touch, always in the same sequence, so that no two wait for each other: the person who begins work, then
 * this order and those on which his time runs.
 */
export async function lockWork(tx: Tx, orderId: string, command: CommandName, personId: string | null): Promise<void> {
  if (personId === null || !BEGINS_WORK.includes(command)) return
  await holdPerson(tx, personId)
  const elsewhere = await runningElsewhere(tx, orderId, personId)
  await lockOrders(tx, [orderId, ...elsewhere.map((timer) => timer.orderId)])
}

/** leaveOtherJobs stops a person's time on other orders when he begins work on one, each with its history saying so; gives when the time here ended already, if it did. */
export async function leaveOtherJobs(tx: Tx, actor: Actor, order: LockedOrder, personId: string): Promise<{ left: string[]; endsAt: Date | null }> {
  const { stop, endsAt } = oneJobAtATime(await runningElsewhere(tx, order.id, personId), order.now)
  const left: string[] = []
  for (const { orderId } of stop) {
    const other = await lockOrder(tx, orderId)
    if (!other) continue
    await cutShort(tx, orderId, personId, order.now)
    await touchSiteConfig(tx.exec, tx.orgId, other.siteId)
    await saveChange(tx, actor, { ...other, now: order.now }, {
      patch: {}, event: 'timer-stopped', data: { wentTo: order.id, wentToNumber: formatNumber(order.no), whose: personId }, opId: newId(),
    })
    left.push(formatNumber(other.no))
  }
  return { left, endsAt }
}

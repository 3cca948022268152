import { AppError } from '#server/core/kernel/errors.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { readEpisodesOf } from './episodes.repo.ts'
import { findEpisode, mustHandle } from './find-episode.ts'
import { callAgain } from './leave-messages.ts'
import { endOutage, insertOutage, isOpenOrderOf, keysOn, lockOutage } from './outages.repo.ts'
import { rejudge } from './rejudge.ts'

/** OutOfServiceInput names an alarm by one of its episodes, what of it is out of service (the point, or the rule on this asset), the order that repairs it, and why. */
export interface OutOfServiceInput {
  readonly id: string
  readonly scope: 'point' | 'rule'
  readonly workOrderId: string
  readonly reason: string
}

/** takeOutOfService takes the point or the rule behind an alarm out of service under an open order of the asset: it calls nobody until a person returns it. */
export async function takeOutOfService(actor: PersonActor, { id, scope, workOrderId, reason }: OutOfServiceInput): Promise<{ outageId: string }> {
  return withTenant(actor.orgId, async (tx) => {
    const { siteId, assetId, ruleId, pointNo } = await findEpisode(tx, actor, id, 'alarm.suppress')
    if (!(await isOpenOrderOf(tx, workOrderId, assetId))) {
      throw new AppError('invalid', 'Out of service needs an open order of this machine. Choose one, or create it first.', { field: 'workOrderId' })
    }
    const what = scope === 'rule' ? { ruleId, pointNo: null } : { ruleId: null, pointNo }
    const outageId = await insertOutage(tx, { siteId, assetId, ...what, reason, workOrderId, by: actor.personId })
    if (outageId === null) throw new AppError('conflict', 'This is out of service already.', { id })
    await rejudge(tx, actor, await readEpisodesOf(tx, await keysOn(tx, assetId)), { at: now(), data: { reason, workOrderId } })
    await writeAudit(tx, { actor, action: 'alarm.taken-out-of-service', entity: 'alarm-outage', entityId: outageId, after: { assetId, ...what, workOrderId, reason } })
    await publishLive(tx.exec, tx.orgId, { entity: 'incident', id })
    return { outageId }
  })
}

/** returnToService ends an outage: what still stands calls again and gets its ticket. Repeating it changes nothing. */
export async function returnToService(actor: PersonActor, { outageId }: { readonly outageId: string }): Promise<{ outageId: string }> {
  return withTenant(actor.orgId, async (tx) => {
    const outage = await lockOutage(tx, outageId)
    mustHandle(actor, outage?.siteId, 'alarm.suppress', 'This outage')
    if (outage === null || outage.ended) return { outageId }
    await endOutage(tx, outageId, actor.personId)
    await callAgain(tx, await rejudge(tx, actor, await readEpisodesOf(tx, await keysOn(tx, outage.assetId)), { at: now(), data: {} }))
    await writeAudit(tx, { actor, action: 'alarm.returned-to-service', entity: 'alarm-outage', entityId: outageId, before: { assetId: outage.assetId } })
    await publishLive(tx.exec, tx.orgId, { entity: 'incident' })
    return { outageId }
  })
}

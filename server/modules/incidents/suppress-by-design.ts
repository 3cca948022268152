import type { StopCondition } from '#server/core/alarms/suppression.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, type PersonActor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { readEpisodesOf } from './episodes.repo.ts'
import { mustHandle } from './find-episode.ts'
import { callAgain } from './leave-messages.ts'
import { keysOn } from './outages.repo.ts'
import { rejudge } from './rejudge.ts'
import { endSuppression, insertSuppression, lockSuppression, pointAt, siteOfAsset } from './suppressions.repo.ts'

/** SuppressionInput says: while this point is below or above the limit (its machine is stopped), new alarms of that asset are suppressed. */
export interface SuppressionInput extends StopCondition {
  readonly causePointId: string
  readonly assetId: string
  readonly reason: string
}

/** addSuppression configures suppression by design. It concerns alarms that come from now on, and never a safety alarm. */
export async function addSuppression(actor: PersonActor, { causePointId, assetId, reason, direction, limit }: SuppressionInput): Promise<{ id: string }> {
  return withTenant(actor.orgId, async (tx) => {
    const siteId = await siteOfAsset(tx, assetId)
    mustHandle(actor, siteId, 'alarm.suppress', 'This asset')
    const point = await pointAt(tx, causePointId)
    if (!point || !can(actor, 'incident.read', point.siteId)) throw notFound('This point')
    if (point.siteId !== siteId) throw new AppError('invalid', 'The point that says "stopped" and the machine are at the same site.', { field: 'causePointId' })
    const id = await insertSuppression(tx, { siteId, causePointNo: point.no, direction, limit, assetId, reason, by: actor.personId })
    await writeAudit(tx, { actor, action: 'alarm-suppression.created', entity: 'alarm-suppression', entityId: id, after: { assetId, causePointId, direction, limit, reason } })
    await publishLive(tx.exec, tx.orgId, { entity: 'incident' })
    return { id }
  })
}

/** removeSuppression ends a suppression by design: what it holds now and still stands calls again. Repeating it changes nothing. */
export async function removeSuppression(actor: PersonActor, { id }: { readonly id: string }): Promise<{ id: string }> {
  return withTenant(actor.orgId, async (tx) => {
    const found = await lockSuppression(tx, id)
    mustHandle(actor, found?.siteId, 'alarm.suppress', 'This suppression')
    if (found === null || found.ended) return { id }
    await endSuppression(tx, id, actor.personId)
    await callAgain(tx, await rejudge(tx, actor, await readEpisodesOf(tx, await keysOn(tx, found.assetId)), { at: now(), data: {} }))
    await writeAudit(tx, { actor, action: 'alarm-suppression.removed', entity: 'alarm-suppression', entityId: id, before: { assetId: found.assetId } })
    await publishLive(tx.exec, tx.orgId, { entity: 'incident' })
    return { id }
  })
}

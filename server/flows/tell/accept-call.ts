import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, type PersonActor } from '#server/core/people/actor.ts'
import * as incidents from '#server/modules/incidents/index.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { Rung } from '#server/modules/notify/index.ts'
import * as onCall from '#server/modules/on-call/index.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant } from '#server/platform/db.ts'
import { finishCall } from './end-call.ts'
import { zoneAndMode } from './zone.ts'

/**
 * acceptCall says "I come": nobody else is called, the others are told who, and the alarm counts as seen. Accepting again what one
 * has accepted changes nothing; 'conflict' names who was first, or says that nobody needs to come any more.
 */
export async function acceptCall(actor: PersonActor, input: { readonly id: string }): Promise<{ rung: Rung[] }> {
  return withTenant(actor.orgId, async (tx) => {
    const [seen] = await onCall.callsWhere(tx, { id: input.id })
    // The incident before its call, as everybody takes them.
    if (seen?.subjectType === 'incident') await notify.holdIncident(tx, seen.subjectId)
    const call = await onCall.lockCall(tx, input.id)
    const called = call !== null && (await onCall.stepsOf(tx, [call.id])).some(({ personId }) => personId === actor.personId)
    if (!call || (!called && !can(actor, 'incident.handle', call.siteId))) throw notFound('This call')
    if (call.acceptedBy === actor.personId) return { rung: [] }
    if (call.state === 'accepted') {
      const first = (await onCall.namesByIds(tx, [call.acceptedBy ?? ''])).get(call.acceptedBy ?? '')
      throw new AppError('conflict', `${first ?? 'Somebody'} was first and comes. You need not.`, { id: call.id })
    }
    if (call.state !== 'open') throw new AppError('conflict', 'This is over: nobody needs to come any more.', { id: call.id })
    const now = await notify.databaseNow(tx)
    const { zone } = await zoneAndMode(tx, call)
    const rung = await finishCall(tx, call, { state: 'accepted', by: actor.personId }, zone, now)
    await writeAudit(tx, { actor, action: 'call.accept', entity: 'call-out', entityId: call.id, after: { subjectType: call.subjectType, subjectId: call.subjectId } })
    if (call.subjectType === 'incident') await incidents.acknowledgeIn(tx, actor, call.subjectId, 'person')
    return { rung }
  })
}

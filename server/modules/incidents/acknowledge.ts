import { notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import type { AlarmState } from '#server/core/alarms/state.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { siteOfIncident } from './incidents.repo.ts'
import { syncAlarm } from './sync-alarm.ts'

/** acknowledgeIn acknowledges an incident's alarm in the caller's transaction; one that is acknowledged stays as it is. */
export async function acknowledgeIn(tx: Tx, actor: Actor, incidentId: string, via: 'person' | 'order'): Promise<AlarmState | null> {
  const alarm = await syncAlarm(tx, actor, incidentId, now())
  if (!alarm) return null
  if (alarm.acknowledged) {
    await writeAudit(tx, { actor, action: 'incident.acknowledged', entity: 'incident', entityId: incidentId, after: { state: alarm.state, via } })
    await publishLive(tx.exec, tx.orgId, { entity: 'incident', id: incidentId })
  }
  return alarm.state
}

/** acknowledge says that a person has seen an incident: its alarm stops calling for attention. Repeating it changes nothing. */
export async function acknowledge(actor: Actor, input: { readonly id: string }): Promise<{ id: string; alarm: AlarmState }> {
  return withTenant(actor.orgId, async (tx) => {
    const siteId = await siteOfIncident(tx, input.id)
    if (siteId === null || !can(actor, 'incident.read', siteId)) throw notFound('This incident')
    requirePermission(actor, 'incident.handle', siteId)
    const alarm = await acknowledgeIn(tx, actor, input.id, 'person')
    if (alarm === null) throw notFound('This incident')
    return { id: input.id, alarm }
  })
}

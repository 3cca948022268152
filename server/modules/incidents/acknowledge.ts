import { notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import type { AlarmState } from '#server/core/alarms/state.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { readEpisodes, readUnacknowledged } from './episodes.repo.ts'
import { mustHandle } from './find-episode.ts'
import { siteOfIncident } from './incidents.repo.ts'
import { settleAlarms } from './settle.ts'
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

/** AcknowledgeMany names alarms by their episodes; with `folded`, what is folded under them is meant too. */
export interface AcknowledgeMany {
  readonly ids: readonly string[]
  readonly folded?: boolean | undefined
}

/**
 * acknowledgeMany says that a person has seen alarms: every episode of them that nobody has seen, so that a chattering alarm is seen once. All
 * or none: an alarm that is not his to handle refuses them all. Tells which are acknowledged by this very call.
 */
export async function acknowledgeMany(actor: Actor, { ids, folded = false }: AcknowledgeMany): Promise<{ acknowledged: string[] }> {
  return withTenant(actor.orgId, async (tx) => {
    const named = await readEpisodes(tx, ids)
    if (named.length < new Set(ids).size) throw notFound('This alarm')
    for (const { siteId } of named) mustHandle(actor, siteId, 'incident.handle', 'This alarm')
    const episodes = await readUnacknowledged(tx, named.map((episode) => episode.key), folded)
    for (const { siteId } of episodes) mustHandle(actor, siteId, 'incident.handle', 'This alarm')
    const settled = await settleAlarms(tx, actor, episodes.map((episode) => ({ episode, acknowledge: true, at: now() })))
    const acknowledged = [...settled].flatMap(([id, { acknowledged: done }]) => (done ? [id] : []))
    for (const id of acknowledged) await writeAudit(tx, { actor, action: 'incident.acknowledged', entity: 'incident', entityId: id, after: { state: settled.get(id)?.state, via: 'person' } })
    if (acknowledged.length > 0) await publishLive(tx.exec, tx.orgId, { entity: 'incident' })
    return { acknowledged }
  })
}

import type { SystemActor } from '#server/core/people/actor.ts'
import type { IncidentChange } from '#server/core/condition/types.ts'
import type { IncidentCause } from '#server/platform/outbox.ts'
import { readEpisodes } from './episodes.repo.ts'
import { foldFloods } from './fold-floods.ts'
import { holdChanged } from './hold-changed.ts'
import type { Tenant } from './journal.repo.ts'
import { leaveMessages } from './leave-messages.ts'
import { settleAlarms } from './settle.ts'
import { unfoldWorse } from './unfold.ts'

/** ChangedIncident is an incident that judging changed, after it was saved. */
export interface ChangedIncident {
  readonly id: string
  readonly change: readonly IncidentChange[]
}

const CAUSES: readonly IncidentCause[] = ['opened', 'unsuppressed', 'escalated', 'resolved']
const causeOf = (change: readonly string[]): IncidentCause | undefined => CAUSES.find((cause) => change.includes(cause))

/**
 * takeChanges is alarm handling in the transaction that judged: what is shelved, out of service, suppressed by design or part of a
 * flood is written down as such, the alarms follow their incidents, and a message is left for each that may need a ticket. True when
 * one was. Costs nothing when no incident opened, ended or got worse.
 */
export async function takeChanges(tenant: Tenant, siteId: string, changed: readonly ChangedIncident[]): Promise<boolean> {
  const causes = new Map<string, IncidentCause>()
  const opened = new Set<string>()
  const escalated = new Set<string>()
  for (const { id, change } of changed) {
    const cause = causeOf(change)
    if (cause === undefined) continue
    causes.set(id, cause)
    if (cause === 'opened') opened.add(id)
    else if (change.includes('escalated')) escalated.add(id)
  }
  if (causes.size === 0) return false
  const actor: SystemActor = { type: 'system', orgId: tenant.orgId }
  const held = await holdChanged(tenant, actor, await readEpisodes(tenant, [...causes.keys()]), { opened, escalated })
  const folded = await foldFloods(tenant, actor, siteId, held.filter((episode) => opened.has(episode.id)))
  const unfolded = await unfoldWorse(tenant, actor, held.filter((episode) => escalated.has(episode.id)))
  await settleAlarms(tenant, actor, held.map((episode) => ({ episode, escalated: escalated.has(episode.id) })))
  const episodes = held.map((episode) => ({ ...episode, parentId: unfolded.has(episode.id) ? null : (folded.get(episode.id) ?? episode.parentId) }))
  return leaveMessages(tenant, episodes, causes, [...new Set(folded.values())])
}

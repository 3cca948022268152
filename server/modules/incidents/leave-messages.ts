import { publishLive } from '#server/platform/live.ts'
import { writeOutbox, type IncidentCause } from '#server/platform/outbox.ts'
import type { EpisodeRow } from './episodes.repo.ts'
import type { Tenant } from './journal.repo.ts'
import { parentsLeftAlone, withOpenOrder } from './messages.repo.ts'

/**
 * leaveMessages asks for a look at the tickets of incidents that changed, and tells browsers; true when a ticket is concerned. A held or folded
 * one raises none, but one that has a ticket goes on telling it. A first-out is told when more is folded under it, and when all of that is over.
 */
export async function leaveMessages(tenant: Tenant, episodes: readonly EpisodeRow[], causes: ReadonlyMap<string, IncidentCause>, parents: readonly string[]): Promise<boolean> {
  const isQuiet = ({ held, parentId }: EpisodeRow): boolean => held !== null || parentId !== null
  const heard = episodes.filter((episode) => !episode.suppressed || episode.held !== null)
  const ordered = await withOpenOrder(tenant, heard.filter(isQuiet).map((episode) => episode.key))
  const over = heard.flatMap(({ active, parentId }) => (active || parentId === null ? [] : [parentId]))
  const messages = new Map<string, IncidentCause>([
    ...(await parentsLeftAlone(tenant, [...new Set(over)])).map((id) => [id, 'resolved'] as const),
    ...parents.map((id) => [id, 'folded'] as const),
    ...heard.filter((episode) => !isQuiet(episode) || ordered.has(episode.key)).map(({ id }) => [id, causes.get(id) ?? 'opened'] as const),
  ])
  await tellTickets(tenant, messages)
  // Whoever looks at the alarms sees the quiet ones too.
  if (episodes.some((episode) => !messages.has(episode.id))) await publishLive(tenant.exec, tenant.orgId, { entity: 'incident' })
  return messages.size > 0
}

/** callAgain asks for the tickets of alarms that stand and are held no more. One that is folded is on its first-out's ticket. */
export async function callAgain(tenant: Tenant, released: readonly EpisodeRow[]): Promise<void> {
  await tellTickets(tenant, new Map(released.flatMap(({ id, parentId }) => (parentId === null ? [[id, 'unsuppressed'] as const] : []))))
}

/** tellTickets leaves a message for each incident: whoever handles it looks at the incident as it is then. */
export async function tellTickets({ orgId, exec }: Tenant, messages: ReadonlyMap<string, IncidentCause>): Promise<void> {
  for (const [incidentId, cause] of messages) {
    await publishLive(exec, orgId, { entity: 'incident', id: incidentId })
    await writeOutbox(exec, orgId, 'incident.changed', { incidentId, cause })
  }
}

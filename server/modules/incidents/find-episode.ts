import { notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import type { Permission } from '#server/core/people/permissions.ts'
import { readEpisodes, type EpisodeRow } from './episodes.repo.ts'
import type { Tenant } from './journal.repo.ts'

/** findEpisode reads an incident that the actor may see and do something with; one that he may not see does not exist for him. */
export async function findEpisode(tenant: Tenant, actor: Actor, id: string, permission: Permission): Promise<EpisodeRow> {
  const [episode] = await readEpisodes(tenant, [id])
  if (!episode) throw notFound('This alarm')
  mustHandle(actor, episode.siteId, permission, 'This alarm')
  return episode
}

/** mustHandle refuses who may not see the alarms of a site (it does not exist for him) or may not do this with them. */
export function mustHandle(actor: Actor, siteId: string | null | undefined, permission: Permission, what: string): asserts siteId is string {
  if (!siteId || !can(actor, 'incident.read', siteId)) throw notFound(what)
  requirePermission(actor, permission, siteId)
}

import type { SystemActor } from '#server/core/people/actor.ts'
import { now } from '#server/platform/clock.ts'
import { readEpisodes, type EpisodeRow } from './episodes.repo.ts'
import { setParents } from './floods.repo.ts'
import { writeJournal, type Tenant } from './journal.repo.ts'

/** unfoldWorse takes episodes that became more urgent than the alarm they are folded under out of it: folding never hides those. Gives their ids. */
export async function unfoldWorse(tenant: Tenant, actor: SystemActor, escalated: readonly EpisodeRow[]): Promise<ReadonlySet<string>> {
  const folded = escalated.filter((episode) => episode.parentId !== null)
  if (folded.length === 0) return new Set()
  const parents = await readEpisodes(tenant, [...new Set(folded.flatMap((episode) => episode.parentId ?? []))])
  const priorityOf = new Map(parents.map((parent) => [parent.id, parent.priority]))
  const worse = folded.filter((episode) => episode.priority < (priorityOf.get(episode.parentId ?? '') ?? 0))
  await unfold(tenant, actor, worse, 'escalated')
  return new Set(worse.map((episode) => episode.id))
}

/** unfold takes episodes out of what they are folded under, and says why in their journal. */
export async function unfold(tenant: Tenant, actor: SystemActor, episodes: readonly EpisodeRow[], cause: string): Promise<void> {
  await setParents(tenant, episodes.map(({ id }) => ({ id, parentId: null })))
  await writeJournal(tenant, actor, episodes.map(({ siteId, assetId, key, id, parentId }) => (
    { siteId, assetId, key, incidentId: id, type: 'unfolded', at: now(), from: null, to: null, data: { parentId, cause } })))
}

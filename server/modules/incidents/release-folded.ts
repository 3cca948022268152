import { FLOOD } from '#server/core/alarms/flood.ts'
import type { SystemActor } from '#server/core/people/actor.ts'
import type { IncidentCause } from '#server/platform/outbox.ts'
import { readEpisodes } from './episodes.repo.ts'
import { isRunning, moveFloods, takeFolded } from './folded.repo.ts'
import { setParents } from './floods.repo.ts'
import { writeJournal, type Tenant } from './journal.repo.ts'
import { tellTickets } from './leave-messages.ts'
import { unfold } from './unfold.ts'

/**
 * releaseFolded gives alarms that stand a ticket, whose first-out's ticket does not take care of them: under a new first-out while they are a flood,
 * else each its own. Tells how many it released.
 */
export async function releaseFolded(tenant: Tenant, actor: SystemActor, parentId: string, ids: readonly string[]): Promise<number> {
  const taken = await takeFolded(tenant, parentId, ids)
  const episodes = (await readEpisodes(tenant, taken)).toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.key < b.key ? -1 : 1))
  // One that is held calls nobody: it cannot stand for the others.
  const first = episodes.filter((episode) => episode.hold === null).toSorted((a, b) => a.priority - b.priority)[0]
  const last = episodes.at(-1)
  if (!first || !last) return 0
  const together = new Set(episodes.map((episode) => episode.key)).size >= FLOOD.begins || (await isRunning(tenant, parentId, last.openedAt))
  const alone = together ? [first] : episodes
  await unfold(tenant, actor, alone, 'first-out-done')
  if (together) {
    const rest = episodes.filter((episode) => episode !== first)
    await setParents(tenant, rest.map(({ id }) => ({ id, parentId: first.id })))
    await writeJournal(tenant, actor, rest.map(({ id, siteId, assetId, key, openedAt }) => (
      { siteId, assetId, key, incidentId: id, type: 'folded', at: openedAt, from: null, to: null, data: { parentId: first.id } })))
    await moveFloods(tenant, parentId, first.id)
  }
  const calling = alone.filter((episode) => episode.hold === null)
  await tellTickets(tenant, new Map(calling.map(({ id }): [string, IncidentCause] => [id, together ? 'folded' : 'unfolded'])))
  return alone.length
}

import type { SystemActor } from '#server/core/people/actor.ts'
import { endShelves } from './end-shelves.ts'
import { holdOn, type EpisodeRow } from './episodes.repo.ts'
import { setHeld } from './holds.repo.ts'
import { judgeHolds } from './judge-holds.ts'
import type { Tenant } from './journal.repo.ts'

/** Changes says which of the episodes opened, and which got worse, just now. */
export interface Changes {
  readonly opened: ReadonlySet<string>
  readonly escalated: ReadonlySet<string>
}

/** holdChanged judges what holds episodes that opened or got worse, and ends the shelves that they escalate past; gives all episodes as they are then. */
export async function holdChanged(tenant: Tenant, actor: SystemActor, episodes: readonly EpisodeRow[], { opened, escalated }: Changes): Promise<EpisodeRow[]> {
  // Suppression by design is judged when an alarm comes; a schedule ends it when its cause ends.
  const asked = episodes.filter((episode) => opened.has(episode.id) || (escalated.has(episode.id) && episode.held !== 'by-design'))
  const judged = await judgeHolds(tenant, asked.map((episode) => ({ episode, designAt: opened.has(episode.id) ? episode.openedAt : null })))
  const broken = [...judged.values()].flatMap(({ brokenShelf }) => (brokenShelf ? [brokenShelf] : []))
  if (broken.length > 0) await endShelves(tenant, actor, [...new Set(broken)], 'escalated')
  const now = episodes.map((episode) => {
    const held = judged.has(episode.id) ? (judged.get(episode.id)?.hold ?? null) : episode.held
    return { ...episode, held, hold: holdOn({ ...episode, held }) }
  })
  await setHeld(tenant, now.filter((episode, i) => episode.held !== episodes[i]?.held))
  return now
}

import type { Actor } from '#server/core/people/actor.ts'
import { holdOn, type EpisodeRow } from './episodes.repo.ts'
import { setHeld } from './holds.repo.ts'
import { judgeHolds } from './judge-holds.ts'
import type { Tenant } from './journal.repo.ts'
import { settleAlarms } from './settle.ts'

/** Reason is when and why episodes are looked at again: what their journal tells. */
export interface Reason {
  readonly at: Date
  readonly data: Readonly<Record<string, unknown>>
}

const designTime = (episode: EpisodeRow, at: Date): Date | null => (!episode.active || episode.held !== 'by-design' ? null : episode.replay ? episode.lastAt : at)

/** rejudge finds out anew what holds episodes, after a shelf, an outage or a cause came or went, and lets their alarms follow; gives those that stand and are held no more. */
export async function rejudge(tenant: Tenant, actor: Actor, episodes: readonly EpisodeRow[], { at, data }: Reason): Promise<EpisodeRow[]> {
  // Suppression by design is for alarms that come while their cause is there: it is kept or ended here, never begun.
  const judged = await judgeHolds(tenant, episodes.map((episode) => ({ episode, designAt: designTime(episode, at) })))
  const now = episodes.map((episode) => {
    const held = judged.get(episode.id)?.hold ?? null
    return { ...episode, held, hold: holdOn({ ...episode, held }) }
  })
  await setHeld(tenant, now.filter((episode, i) => episode.held !== episodes[i]?.held))
  await settleAlarms(tenant, actor, now.map((episode) => ({ episode, at, data })))
  return now.filter((episode, i) => episode.active && episode.hold === null && episodes[i]?.held !== null)
}

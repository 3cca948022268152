import type { ShelfEnd } from '#server/core/alarms/shelf.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { now } from '#server/platform/clock.ts'
import { readEpisodesOf, type EpisodeRow } from './episodes.repo.ts'
import { endShelf, type StandingShelf } from './holds.repo.ts'
import { personOf, type Tenant } from './journal.repo.ts'
import { rejudge } from './rejudge.ts'

/** endShelves ends shelves and lets their alarms follow; gives the episodes that stand and may call again. Ending one twice changes nothing. */
export async function endShelves(tenant: Tenant, actor: Actor, shelves: readonly StandingShelf[], cause: ShelfEnd): Promise<EpisodeRow[]> {
  const ended: string[] = []
  for (const shelf of shelves) if (await endShelf(tenant, shelf.id, cause, personOf(actor))) ended.push(shelf.key)
  if (ended.length === 0) return []
  return rejudge(tenant, actor, await readEpisodesOf(tenant, ended), { at: now(), data: { cause } })
}

import { readEpisodes } from './episodes.repo.ts'
import { setHeld } from './holds.repo.ts'
import { judgeHolds } from './judge-holds.ts'
import type { Tenant } from './journal.repo.ts'

/**
 * catchHold holds an incident that opened in the same moment in which its alarm was shelved or taken out of service, so that neither transaction
 * saw the other; its alarm follows when it is synced.
 */
export async function catchHold(tenant: Tenant, incidentId: string): Promise<void> {
  const [episode] = await readEpisodes(tenant, [incidentId])
  if (!episode?.active || episode.held !== null) return
  const hold = (await judgeHolds(tenant, [{ episode, designAt: null }])).get(episode.id)?.hold ?? null
  if (hold !== null) await setHeld(tenant, [{ id: episode.id, held: hold }])
}

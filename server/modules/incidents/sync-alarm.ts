import type { Actor } from '#server/core/people/actor.ts'
import { readEpisodes } from './episodes.repo.ts'
import type { Tenant } from './journal.repo.ts'
import { settleAlarms, type Settled } from './settle.ts'

/** syncAlarm gives an incident its alarm, or brings the alarm up to where the incident stands; returns it, or null when there is no such incident. */
export async function syncAlarm(tenant: Tenant, actor: Actor, incidentId: string, acknowledgedAt: Date | null = null): Promise<Settled | null> {
  const [episode] = await readEpisodes(tenant, [incidentId])
  if (!episode) return null
  const settled = await settleAlarms(tenant, actor, [{ episode, ...(acknowledgedAt ? { acknowledge: true, at: acknowledgedAt } : {}) }])
  return settled.get(incidentId) ?? null
}


import type { SystemActor } from '#server/core/people/actor.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { endShelves } from './end-shelves.ts'
import { heldToLookAt, readEpisodes } from './episodes.repo.ts'
import { expiredShelves } from './holds.repo.ts'
import { callAgain } from './leave-messages.ts'
import { rejudge } from './rejudge.ts'

/**
 * releaseHolds ends an organization's shelves whose time is over, and releases alarms whose suppression or outage is over; those that still
 * stand call again. Tells how many do. It may run at any time, twice, and beside itself.
 */
export async function releaseHolds(orgId: string): Promise<number> {
  const actor: SystemActor = { type: 'system', orgId }
  return withTenant(orgId, async (tx) => {
    const at = now()
    const expired = await expiredShelves(tx, at)
    const released = [
      ...(await endShelves(tx, actor, expired, 'expired')),
      ...(await rejudge(tx, actor, await readEpisodes(tx, await heldToLookAt(tx)), { at, data: {} })),
    ]
    await callAgain(tx, released)
    if (expired.length > 0) await publishLive(tx.exec, orgId, { entity: 'incident' })
    return released.length
  })
}

import { checkShelf } from '#server/core/alarms/shelf.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { can, type PersonActor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { endShelves } from './end-shelves.ts'
import { readEpisodesOf } from './episodes.repo.ts'
import { findEpisode, mustHandle } from './find-episode.ts'
import { callAgain } from './leave-messages.ts'
import { rejudge } from './rejudge.ts'
import { insertShelf, lockShelf } from './shelves.repo.ts'

/** ShelveInput names an alarm by one of its episodes, until when it is put aside, and why. */
export interface ShelveInput {
  readonly id: string
  readonly until: Date
  readonly reason: string
}

/** shelve puts an alarm aside until a time: its episodes, those to come as well, raise no ticket and call nobody, unless they are more urgent than this one. */
export async function shelve(actor: PersonActor, { id, until, reason }: ShelveInput): Promise<{ shelfId: string; until: string }> {
  return withTenant(actor.orgId, async (tx) => {
    const { key, siteId, assetId, safety, priority } = await findEpisode(tx, actor, id, 'incident.handle')
    const at = now()
    const checked = checkShelf({ safety, until, now: at, mayBeLong: can(actor, 'alarm.suppress', siteId) })
    if (!checked.ok) throw checked.error
    const episodes = await readEpisodesOf(tx, [key])
    const most = Math.min(priority, ...episodes.filter((episode) => episode.active).map((episode) => episode.priority))
    const shelfId = await insertShelf(tx, { siteId, assetId, key, priority: most, reason, by: actor.personId, until })
    if (shelfId === null) throw new AppError('conflict', 'This alarm is on a shelf already. Take it off first to shelve it anew.', { id })
    await rejudge(tx, actor, episodes, { at, data: { reason, until: until.toISOString() } })
    await writeAudit(tx, { actor, action: 'alarm.shelved', entity: 'incident', entityId: id, after: { key, until: until.toISOString(), reason } })
    await publishLive(tx.exec, tx.orgId, { entity: 'incident', id })
    return { shelfId, until: until.toISOString() }
  })
}

/** unshelve takes an alarm off its shelf: one that still stands calls again and gets its ticket. Repeating it changes nothing. */
export async function unshelve(actor: PersonActor, { shelfId }: { readonly shelfId: string }): Promise<{ shelfId: string }> {
  return withTenant(actor.orgId, async (tx) => {
    const shelf = await lockShelf(tx, shelfId)
    mustHandle(actor, shelf?.siteId, 'incident.handle', 'This shelf')
    if (shelf === null || shelf.ended) return { shelfId }
    await callAgain(tx, await endShelves(tx, actor, [shelf], 'by-hand'))
    await writeAudit(tx, { actor, action: 'alarm.unshelved', entity: 'alarm-shelf', entityId: shelfId, before: { key: shelf.key, until: shelf.until.toISOString() } })
    await publishLive(tx.exec, tx.orgId, { entity: 'incident' })
    return { shelfId }
  })
}

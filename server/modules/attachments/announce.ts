import { AppError } from '#server/core/kernel/errors.ts'
import { attachmentSentence } from '#server/core/attachments/attachment-sentences.ts'
import { checkQuota, QUOTA, type Announced } from '#server/core/attachments/limits.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { findAttachment, insertAttachment, lockPerson, usedSince } from './attachments.repo.ts'

/** UploadStands is how an upload stands that was announced: how many bytes there will be, and whether they are all there. */
export interface UploadStands {
  readonly size: number
  readonly arrived: boolean
}

/**
 * announceUpload stores what will be sent. The same id with the same content again goes on where it was, whoever says so; with other content it is a 'conflict'.
 * 'too-many' beyond what one person may send in a day.
 */
export async function announceUpload(actor: PersonActor, announced: Announced): Promise<UploadStands> {
  return withTenant(actor.orgId, async (tx) => {
    await lockPerson(tx, actor.personId)
    const known = await findAttachment(tx, announced.attachmentId)
    if (known === null) {
      const used = await usedSince(tx, actor.personId, new Date(now().getTime() - QUOTA.withinMs))
      const fits = checkQuota(used, announced.size)
      if (!fits.ok) throw fits.error
      await insertAttachment(tx, announced, actor.personId)
    }
    const stored = known ?? (await findAttachment(tx, announced.attachmentId))
    if (stored?.sha256 !== announced.sha256 || stored.size !== announced.size || stored.kind !== announced.kind) {
      throw new AppError('conflict', attachmentSentence('other-content'), { attachmentId: announced.attachmentId })
    }
    return { size: stored.size, arrived: stored.arrivedAt !== null }
  })
}

/** uploadStands tells how an upload stands; null when nothing was announced under the id. */
export async function uploadStands(orgId: string, id: string): Promise<UploadStands | null> {
  const stored = await withTenant(orgId, (tx) => findAttachment(tx, id))
  return stored && { size: stored.size, arrived: stored.arrivedAt !== null }
}

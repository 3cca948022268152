import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Refusal } from '#server/core/attachments/attachment.ts'
import { err, ok, type Result } from '#server/core/kernel/result.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { storage } from '#server/platform/storage/index.ts'
import { claimCheck, dropOriginal, giveBackTry, noteReady, noteRefused, type Made, type StoredAttachment } from './attachments.repo.ts'
import { keyOf } from './keys.ts'
import { linksOf } from './links.repo.ts'
import { lookAt } from './look-at.ts'
import { makePicture } from './pictures.ts'

/** AttachmentRef names an attachment of an organization. */
export interface AttachmentRef {
  readonly orgId: string
  readonly id: string
}

// Content that ended the process that looked at it so often is not looked at again.
const MOST_TRIES = 4

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function make(ref: AttachmentRef, row: StoredAttachment): Promise<Result<Made, Refusal>> {
  if (row.attempts > MOST_TRIES || row.originalKey === null) return err('damaged')
  const file = await storage().get(row.originalKey)
  if (file === null) return err('damaged')
  const bytes = await buffer(file.stream)
  const content = await lookAt(row.kind, bytes)
  if (!content.ok) return content
  const { mediaType, family } = content.value
  if (family !== 'image') return ok({ mediaType, width: null, height: null, storageKey: row.originalKey, thumbKey: null, servedSha256: row.sha256, servedSize: bytes.length })
  const picture = await makePicture(bytes, row.kind)
  if (!picture.ok) return picture
  const { shown, thumb, ...facts } = picture.value
  const [storageKey, thumbKey] = [keyOf(ref.orgId, ref.id, 'shown'), keyOf(ref.orgId, ref.id, 'thumb')]
  await storage().put(storageKey, shown)
  await storage().put(thumbKey, thumb)
  return ok({ ...facts, storageKey, thumbKey, servedSha256: hashOf(shown), servedSize: shown.length })
}

/** tellLinked lets every page ask again that shows a thing to which the attachment belongs. */
async function tellLinked(tx: Tx, id: string): Promise<void> {
  for (const link of await linksOf(tx, id)) if (link.entity === 'work-order') await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id: link.entityId })
}

/**
 * checkAttachment looks at the content of an attachment that has arrived: it becomes ready, or refused with a reason. A picture's original, with the place
 * where it was taken, is removed once the picture is made anew. Running twice, or after a crash in between, comes to the same end.
 */
export async function checkAttachment(ref: AttachmentRef): Promise<void> {
  const row = await withTenant(ref.orgId, (tx) => claimCheck(tx, ref.id))
  if (row === null) return
  let made: Result<Made, Refusal>
  try {
    made = await make(ref, row)
  } catch (error) {
    // The process lives: what failed was the storage, or we, and not the file.
    await withTenant(ref.orgId, (tx) => giveBackTry(tx, ref.id))
    throw error
  }
  await withTenant(ref.orgId, async (tx) => {
    const noted = made.ok ? await noteReady(tx, ref.id, made.value, now()) : await noteRefused(tx, ref.id, made.error, now())
    if (noted) await tellLinked(tx, ref.id)
  })
  if (made.ok) await removeOriginal(ref, row.originalKey, made.value.storageKey)
}

/** removeOriginal removes the bytes as they were sent where something else is served since. */
export async function removeOriginal(ref: AttachmentRef, originalKey: string | null, storageKey: string | null): Promise<void> {
  if (originalKey !== null && originalKey !== storageKey) await storage().delete(originalKey)
  await withTenant(ref.orgId, (tx) => dropOriginal(tx, ref.id))
}

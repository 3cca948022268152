import { createHash } from 'node:crypto'
import type { AttachmentKind, Refusal } from '#server/core/attachments/attachment.ts'
import { safeName } from '#server/core/attachments/name.ts'
import { err, ok, type Result } from '#server/core/kernel/result.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { storage } from '#server/platform/storage/index.ts'
import { insertArrived } from './attachments.repo.ts'
import { keyOf } from './keys.ts'
import { insertLink } from './links.repo.ts'
import type { Thing } from './links.ts'
import { lookAt } from './look-at.ts'

/** GuestFile is a file of somebody without an account whose bytes are durable, and which hangs nowhere yet. */
export interface GuestFile {
  readonly id: string
  readonly kind: AttachmentKind
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly originalKey: string
}

/**
 * storeGuestFile takes in the bytes of somebody without an account, before what needs them: what its content forbids is refused at once, since he will not
 * come back to look; the rest is checked and made anew like any other file.
 */
export async function storeGuestFile(orgId: string, kind: AttachmentKind, name: string, bytes: Uint8Array): Promise<Result<GuestFile, Refusal>> {
  const content = await lookAt(kind, bytes)
  if (!content.ok) return err(content.error)
  const id = newId()
  const originalKey = keyOf(orgId, id, 'original')
  await storage().put(originalKey, bytes)
  return ok({ id, kind, name: safeName(name, kind), sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, originalKey })
}

/** attachGuestFile hangs a file of somebody without an account at a thing, in the caller's transaction; its content is to be checked after the commit. */
export async function attachGuestFile(tx: Tx, file: GuestFile, to: Thing & { readonly guest: string; readonly at: Date }): Promise<void> {
  const { guest, at, ...thing } = to
  await insertArrived(tx, { ...file, guest, arrivedAt: now() })
  await insertLink(tx, { ...thing, attachmentId: file.id, taskId: null, linkedBy: null, linkedAt: at })
}

/** dropGuestFile removes bytes that came to belong to nothing. */
export const dropGuestFile = (file: GuestFile): Promise<void> => storage().delete(file.originalKey)

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#server/core/kernel/errors.ts'
import { attachmentSentence } from '#server/core/attachments/attachment-sentences.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { storage } from '#server/platform/storage/index.ts'
import { forgetReceived, receivedFile } from '#server/platform/storage/receiving.ts'
import { findAttachment, noteArrival } from './attachments.repo.ts'
import { keyOf } from './keys.ts'

const sizeOf = (file: string): Promise<number | null> => stat(file).then(({ size }) => size, () => null)

/** Takes a file into the storage and gives its hash, from one reading. */
async function store(file: string, key: string): Promise<string> {
  const hash = createHash('sha256')
  // A listener on the stream would let bytes go before the storage takes them.
  const through = new Transform({ transform: (part: Buffer, _, done) => { hash.update(part); done(null, part) } })
  await Promise.all([pipeline(createReadStream(file), through), storage().put(key, through)])
  return hash.digest('hex')
}

/**
 * arrive takes an upload over whose last byte is there: its hash must be the one announced ('invalid' otherwise, and the bytes are thrown away), then the
 * bytes are durable and the attachment is to be checked. True when there is something to check; it may be called again at any time, also after a crash in between.
 */
export async function arrive(orgId: string, id: string): Promise<boolean> {
  const row = await withTenant(orgId, (tx) => findAttachment(tx, id))
  const file = receivedFile(orgId, id)
  if (row === null || row.arrivedAt !== null) {
    await forgetReceived(orgId, id)
    return row?.state === 'checking'
  }
  if ((await sizeOf(file)) !== row.size) return false
  const key = keyOf(orgId, id, 'original')
  if ((await store(file, key)) !== row.sha256) {
    await storage().delete(key)
    await forgetReceived(orgId, id)
    throw new AppError('invalid', attachmentSentence('other-bytes'), { attachmentId: id })
  }
  const arrived = await withTenant(orgId, (tx) => noteArrival(tx, id, key, now()))
  await forgetReceived(orgId, id)
  return arrived
}
